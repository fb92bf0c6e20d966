package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * @param match CERTAIN or LIKELY; nothing else is told before the other side has answered
 * @param state WAITING, or GRANTED where the person's primary is closed
 */
@Serdeable
public record RequestMade(UUID id, String match, String state) {}
