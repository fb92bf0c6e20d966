package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param channels for MESSAGES at least one; empty for the other purposes
 * @param given true for a signed consent, false for a refusal
 * @param signedOn the date on the paper
 * @param textVersion as it stands on the paper; the words in force on that date, where none is
 *     given
 * @param mode ONLY these members, or ALL_EXCEPT them; "all" are those who have not decided yet
 */
@Serdeable
public record ConsentRecording(
    @NotNull ConsentPurpose purpose,
    @NotNull @Size(max = 3) List<MessageChannel> channels,
    @NotNull Boolean given,
    @NotNull LocalDate signedOn,
    @Nullable @Size(max = 40) String textVersion,
    @NotNull ChoiceMode mode,
    @NotNull @Size(max = 20000) List<UUID> personIds) {}
