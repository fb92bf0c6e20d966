package org.profbilet.access;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The work of a primary, given to an organisation above it for a term. */
@MappedEntity(value = "delegation", schema = "access")
public record Delegation(
    @Id UUID id,
    UUID primaryId,
    UUID officeId,
    LocalDate validFrom,
    LocalDate validUntil,
    UUID givenBy,
    Instant givenAt,
    @Nullable UUID revokedBy,
    @Nullable Instant revokedAt) {}
