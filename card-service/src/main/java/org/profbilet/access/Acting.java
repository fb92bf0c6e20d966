package org.profbilet.access;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.profbilet.organisations.Level;

/** A person acting for an organisation by an appointment in force today. */
@Introspected
public record Acting(UUID accountId, UUID organisationId, Level level, Role role) {}
