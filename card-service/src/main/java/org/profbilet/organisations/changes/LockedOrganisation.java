package org.profbilet.organisations.changes;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.organisations.Level;
import org.profbilet.organisations.Status;

/** What a deed decides on, locked until the transaction ends. */
@Introspected
record LockedOrganisation(
    UUID id,
    Level level,
    Status status,
    @Nullable UUID parentId,
    boolean hasNumber,
    LocalDate registeredOn) {}
