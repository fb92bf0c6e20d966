package org.profbilet.access;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Binds a person, an organisation, a role and a term; none without an undertaking of
 * non-disclosure.
 */
@MappedEntity(value = "appointment", schema = "access")
record Appointment(
    @Id UUID id,
    UUID accountId,
    UUID organisationId,
    Role role,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    LocalDate undertakingSignedOn,
    UUID undertakingKeeperId) {}
