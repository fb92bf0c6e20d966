package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * @param parts for each of the 256 parts in their order the first four hex digits of the SHA-256 of
 *     its lines "name=record" in the order of names; 1,024 digits in one text
 */
@Serdeable
public record PartDigests(@NotNull @Pattern(regexp = "[0-9a-fA-F]{1024}") String parts) {}
