package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param reason what the asking chair will read
 */
@Serdeable
public record ClaimRefusal(@NotBlank @Size(max = 250) String reason) {}
