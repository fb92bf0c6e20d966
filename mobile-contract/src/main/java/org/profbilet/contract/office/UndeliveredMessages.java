package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/** How many messages ended for one reason, and since when. */
@Serdeable
public record UndeliveredMessages(
    UndeliveredReason reason, int messages, Instant oldest, Instant newest) {}
