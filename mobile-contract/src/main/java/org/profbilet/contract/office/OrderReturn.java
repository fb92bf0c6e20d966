package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param reason what to correct, for the chair
 */
@Serdeable
public record OrderReturn(@NotBlank @Size(max = 500) String reason) {}
