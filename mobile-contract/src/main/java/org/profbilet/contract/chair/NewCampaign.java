package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message to many, as its author writes it.
 *
 * @param english null where everybody reads the Russian words
 * @param countedDay to which {@code {days}} counts
 * @param channels tried in the order push, e-mail, SMS, each where the one before it reached
 *     nobody; empty: only the page of the member shows it
 * @param category null for INFO
 * @param beginsAt not before; null for at once. Nothing is sent from 21 to 9 where the member lives
 */
@Serdeable
public record NewCampaign(
    @NotNull @Valid CampaignWords words,
    @Nullable @Valid CampaignWords english,
    @Nullable LocalDate countedDay,
    @NotNull @Valid CampaignAudience audience,
    @NotNull @Size(max = 3) List<MessageChannel> channels,
    @Nullable MessageCategory category,
    @Nullable Instant beginsAt) {

  public NewCampaign {
    channels = List.copyOf(channels);
  }
}
