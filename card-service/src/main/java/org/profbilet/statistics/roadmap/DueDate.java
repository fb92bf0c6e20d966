package org.profbilet.statistics.roadmap;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;

/**
 * @param step 1 to 7
 * @param dueOn the last day on which the step is in time
 */
@Introspected
public record DueDate(int step, LocalDate dueOn) {}
