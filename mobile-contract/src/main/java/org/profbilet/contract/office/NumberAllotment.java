package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The ИНПО that the central council gives. */
@Serdeable
public record NumberAllotment(@NotBlank @Size(max = 20) String inpo) {}
