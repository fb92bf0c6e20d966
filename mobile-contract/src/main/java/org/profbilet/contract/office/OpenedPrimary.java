package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * @param closesAt an hour later
 */
@Serdeable
public record OpenedPrimary(UUID id, UUID primaryId, Instant closesAt) {}
