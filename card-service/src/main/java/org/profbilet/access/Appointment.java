package org.profbilet.access;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Binds a person, an organisation, a role and a term; gives nothing without an undertaking of
 * non-disclosure, which is a paper with its keeper or a version accepted on the screen.
 */
@MappedEntity(value = "appointment", schema = "access")
record Appointment(
    @Id UUID id,
    UUID accountId,
    UUID organisationId,
    Role role,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    @Nullable LocalDate undertakingSignedOn,
    @Nullable UUID undertakingKeeperId,
    @Nullable UUID appointedBy,
    @Nullable String requestHash) {}
