package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A declared number of people.
 *
 * @param raw as on the paper: «52», «67 (54)», «98 + 2»; empty says that there is no number
 */
@Serdeable
public record Headcount(
    @NotNull HeadcountSubject subject,
    @NotNull LocalDate asOf,
    @NotNull @Size(max = 60) String raw) {}
