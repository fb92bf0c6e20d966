package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Instant;

/**
 * A line of a numbered sheet, entered when there is time.
 *
 * @param line its number on the sheet
 * @param credential the ticket number that was written down, a card that is at hand, or the person
 *     found by name
 * @param at the time that was written down
 */
@Serdeable
public record PaperLine(
    @Positive int line,
    @NotNull @Valid ShownCredential credential,
    @NotNull ScanType type,
    @NotNull Instant at) {}
