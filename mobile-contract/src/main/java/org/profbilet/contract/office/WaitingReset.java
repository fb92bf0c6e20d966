package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * @param displayName who lost her phone
 * @param askedBy who said so
 */
@Serdeable
public record WaitingReset(
    UUID id, String displayName, String reason, String askedBy, Instant askedAt) {}
