package org.profbilet.notifications.undelivered;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/**
 * Messages that ended alike; of whom is not told.
 *
 * @param error the short code of the last attempt
 */
@Introspected
public record UndeliveredLine(
    String channel, String state, String error, int messages, Instant oldest, Instant newest) {}
