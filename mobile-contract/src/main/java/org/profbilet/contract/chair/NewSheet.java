package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * A numbered sheet of paper with a code on every line.
 *
 * @param door where it lies
 */
@Serdeable
public record NewSheet(
    @NotNull UUID listId, @NotBlank @Size(max = 60) String door, @Min(5) @Max(200) int lines) {}
