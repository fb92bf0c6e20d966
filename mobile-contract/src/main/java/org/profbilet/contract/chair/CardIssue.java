package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * @param mode ONLY these cards, or ALL_EXCEPT them; "all" are all that wait at the primary
 * @param issuedOn when they were handed out
 */
@Serdeable
public record CardIssue(
    @NotNull ChoiceMode mode,
    @NotNull @Size(max = 20000) List<UUID> cardIds,
    @NotNull LocalDate issuedOn) {}
