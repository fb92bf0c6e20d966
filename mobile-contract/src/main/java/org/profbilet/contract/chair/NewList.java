package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.ListKind;
import org.profbilet.contract.scanner.ListSettings;
import org.profbilet.contract.scanner.RepeatPolicy;

/**
 * One more list of a meeting: a day, the lunch, a section.
 *
 * @param kind INVITED takes people invited to the meeting
 * @param exclusiveGroup who enters one list of a group has left the others
 * @param settings doors, rules, questions; none where absent
 */
@Serdeable
public record NewList(
    @NotBlank @Size(max = 100) String name,
    @NotNull ListKind kind,
    @NotNull Instant opensAt,
    @NotNull Instant closesAt,
    @Nullable RepeatPolicy policy,
    @Nullable @Size(max = 40) String exclusiveGroup,
    @Nullable @Valid ListSettings settings) {}
