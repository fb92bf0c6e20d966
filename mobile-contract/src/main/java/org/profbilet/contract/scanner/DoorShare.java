package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** People whose surnames begin with these letters come in through this door, for example А to К. */
@Serdeable
public record DoorShare(
    @NotBlank @Size(max = 60) String door,
    @NotNull @Pattern(regexp = "[А-ЯЁ]") String from,
    @NotNull @Pattern(regexp = "[А-ЯЁ]") String to) {}
