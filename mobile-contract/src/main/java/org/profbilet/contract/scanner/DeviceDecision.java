package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the device told the person while it could not ask. */
@Serdeable
public record DeviceDecision(
    @NotNull ScanOutcome outcome,
    @NotNull ScanReason reason,
    @Nullable @Size(max = 64) String bundleVersion,
    @NotNull Instant decidedAt) {}
