package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param reason in one's own words; every member whose row is seen reads it
 */
@Serdeable
public record StatedReason(@NotBlank @Size(min = 10, max = 300) String reason) {}
