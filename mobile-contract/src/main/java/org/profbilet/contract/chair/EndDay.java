package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * @param on the first day on which it is no more
 */
@Serdeable
public record EndDay(@NotNull LocalDate on) {}
