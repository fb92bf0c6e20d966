package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * @param until the first day without it, at most a year from today
 */
@Serdeable
public record NewDelegation(@NotNull LocalDate until) {}
