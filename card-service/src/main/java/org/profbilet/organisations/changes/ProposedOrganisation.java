package org.profbilet.organisations.changes;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.UUID;
import org.profbilet.organisations.Level;

/** An organisation that waits for its number. */
@Introspected
public record ProposedOrganisation(
    UUID id,
    Level level,
    String name,
    String parentName,
    String parentInpo,
    LocalDate proposedOn) {}
