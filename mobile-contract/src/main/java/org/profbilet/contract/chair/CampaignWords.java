package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a campaign says in one language. In body and brief {@code {link}} becomes the address of the
 * ticket, and {@code {days|день|дня|дней}} (in English {@code {days|day|days}}) the number of days
 * to the counted day with the word in its form.
 *
 * @param brief what an SMS says, three parts at most; empty where none is sent
 */
@Serdeable
public record CampaignWords(
    @NotBlank @Size(max = 120) String subject,
    @NotBlank @Size(max = 4000) String body,
    @NotNull @Size(max = 460) String brief) {}
