package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * @param body paragraphs divided by an empty line, with the places {person} and {primary}
 * @param effectiveFrom tomorrow or later
 * @param keepsEarlier false: who signed earlier words is asked anew from that day
 * @param coversAds the words name advertising: it may go to whom signs them; only of MESSAGES, null
 *     for no
 */
@Serdeable
public record ConsentTextPublication(
    @NotBlank @Size(max = 200) String title,
    @NotBlank @Size(max = 20000) String body,
    @NotNull LocalDate effectiveFrom,
    @NotNull Boolean keepsEarlier,
    @Nullable Boolean coversAds) {}
