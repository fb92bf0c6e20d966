package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.ListSettings;
import org.profbilet.contract.scanner.RepeatPolicy;

/** A list as it shall be from now on; what was scanned before stays as it was decided. */
@Serdeable
public record ListChange(
    @Nullable @Size(max = 100) String name,
    @NotNull Instant opensAt,
    @NotNull Instant closesAt,
    @NotNull RepeatPolicy policy,
    @Nullable @Size(max = 40) String exclusiveGroup,
    @Nullable @Valid ListSettings settings) {}
