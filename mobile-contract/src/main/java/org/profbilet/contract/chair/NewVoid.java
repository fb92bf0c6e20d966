package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param reason why the entry does not count, without names
 */
@Serdeable
public record NewVoid(@NotBlank @Size(max = 200) String reason) {}
