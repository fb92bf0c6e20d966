package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param reason why; kept, and shown to the second person
 */
@Serdeable
public record NewReset(@NotBlank @Size(min = 10, max = 250) String reason) {}
