package org.profbilet.contract.session;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param version of the text that was read
 */
@Serdeable
public record UndertakingAcceptance(@NotBlank @Size(max = 20) String version) {}
