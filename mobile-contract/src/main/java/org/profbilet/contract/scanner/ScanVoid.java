package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;

/**
 * An entry that the door takes back. It is a fact of its own: sent again it gets the same answer.
 *
 * @param at by the device's clock
 * @param reason for the registrar, without names
 */
@Serdeable
public record ScanVoid(
    @NotNull UUID voidId,
    @NotNull UUID scanId,
    @NotNull Instant at,
    @NotBlank @Size(max = 200) String reason) {}
