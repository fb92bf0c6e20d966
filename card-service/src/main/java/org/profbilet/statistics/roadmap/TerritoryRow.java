package org.profbilet.statistics.roadmap;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.organisations.Level;
import org.profbilet.organisations.Status;

/**
 * Sums over the open primaries within one organisation.
 *
 * @param undeclared primaries that declared no number of members: the sum says nothing about them
 * @param computerUnknown primaries that did not answer; no answer is not «no»
 * @param countedAt the oldest count among them, or null where nothing was counted yet
 */
@Introspected
record TerritoryRow(
    UUID id,
    String inpo,
    Level level,
    String name,
    Status status,
    int primaries,
    int entered,
    int enteredOfDeclared,
    int declared,
    int undeclared,
    int access,
    int training,
    int passport,
    int members,
    int consents,
    int orders,
    int issue,
    int computerYes,
    int computerNo,
    int internetYes,
    int internetNo,
    @Nullable LocalDate lastMovementOn,
    @Nullable Instant countedAt) {}
