package org.profbilet.organisations.structure;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A structural unit of an organisation.
 *
 * @param parentId the unit above, or null right below the organisation
 */
@Introspected
public record Unit(
    UUID id,
    @Nullable UUID parentId,
    UnitKind kind,
    String name,
    LocalDate openedOn,
    @Nullable LocalDate closedOn) {}
