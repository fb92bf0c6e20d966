package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * @param on the first day without the link
 */
@Serdeable
public record LinkEnd(@NotNull LocalDate on) {}
