package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param reason what the member will read
 */
@Serdeable
public record CorrectionRefusal(@NotBlank @Size(max = 250) String reason) {}
