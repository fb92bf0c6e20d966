package org.profbilet.meetings.scans;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.ScanOutcome;
import org.profbilet.contract.scanner.ScanReason;
import org.profbilet.contract.scanner.ScanType;

/** A scan as the organisers see it, without the name. */
@Introspected
public record ScanLine(
    UUID id,
    Instant effectiveAt,
    Instant receivedAt,
    String door,
    ScanType type,
    String origin,
    ScanOutcome outcome,
    ScanReason reason,
    @Nullable ScanOutcome deviceOutcome,
    @Nullable UUID personId,
    @Nullable String conflict,
    boolean isTakenBack,
    @Nullable String operator) {}
