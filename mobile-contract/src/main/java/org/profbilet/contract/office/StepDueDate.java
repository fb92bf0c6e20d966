package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * @param step 1 to 7
 * @param dueOn the last day on which the step is in time
 */
@Serdeable
public record StepDueDate(@Min(1) @Max(7) int step, @NotNull LocalDate dueOn) {}
