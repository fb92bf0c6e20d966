package org.profbilet.statistics.roadmap;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was counted of one primary. */
@Introspected
record PrimaryCounts(
    Instant countedAt,
    int logins,
    @Nullable LocalDate trainedOn,
    int missingFields,
    @Nullable Integer declared,
    @Nullable LocalDate declaredOn,
    int entered,
    int decided,
    int consented,
    int ordered,
    int received,
    int issued,
    @Nullable LocalDate lastMovementOn,
    boolean hasAccess,
    boolean isTrained,
    boolean hasPassport,
    boolean isEntered,
    boolean isDecided,
    boolean isOrdered,
    boolean isIssued) {}
