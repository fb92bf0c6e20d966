package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param inpo of the working primary that takes the members over
 */
@Serdeable
public record NewReceiver(@NotBlank @Size(max = 20) String inpo) {}
