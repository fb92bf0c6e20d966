package org.profbilet.organisations.changes;

import java.util.UUID;
import org.profbilet.organisations.Level;

/** The office that decides, and the person who records it. */
public record Office(UUID accountId, UUID organisationId, Level level) {}
