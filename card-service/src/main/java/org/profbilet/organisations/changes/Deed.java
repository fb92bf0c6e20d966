package org.profbilet.organisations.changes;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deed as it was recorded; never changed.
 *
 * @param fromName the parent before, of a move
 * @param toName the parent after a move, or the successor after a merger
 */
@Introspected
public record Deed(
    UUID id,
    DeedKind kind,
    @Nullable String decisionNumber,
    @Nullable LocalDate decidedOn,
    LocalDate effectiveOn,
    @Nullable String fromName,
    @Nullable String toName,
    Instant recordedAt) {}
