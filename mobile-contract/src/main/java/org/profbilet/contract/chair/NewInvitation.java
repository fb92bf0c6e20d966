package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param door where the phone will stand, for example «Вход А»
 */
@Serdeable
public record NewInvitation(@NotBlank @Size(max = 60) String door) {}
