package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;

/**
 * Fields to fill in.
 *
 * @param values text by code of the field; an empty text empties it
 * @param trueFrom since when it is so; not in the future
 */
@Serdeable
public record PassportChange(
    @NotNull @Size(max = 50) Map<String, String> values, @NotNull LocalDate trueFrom) {}
