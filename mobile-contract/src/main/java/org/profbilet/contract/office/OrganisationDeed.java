package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about an organisation, and when it was recorded.
 *
 * @param kind PROPOSED, INPO_ALLOTTED or one of {@link DecisionKind} (an open list)
 */
@Serdeable
public record OrganisationDeed(
    UUID id,
    String kind,
    @Nullable String number,
    @Nullable LocalDate decidedOn,
    LocalDate effectiveOn,
    @Nullable String fromName,
    @Nullable String toName,
    Instant recordedAt) {}
