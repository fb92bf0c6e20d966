package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a campaign is for: everybody on record within an organisation. An empty list narrows
 * nothing.
 *
 * @param withinId the own organisation or one below it
 * @param language null for both
 */
@Serdeable
public record CampaignAudience(
    @NotNull UUID withinId,
    @NotNull @Size(max = 9) List<InstitutionKind> kinds,
    @NotNull @Size(max = 6) List<MemberCategory> categories,
    @NotNull @Size(max = 4) List<CardStanding> cards,
    @NotNull @Size(max = 9) List<MemberRole> roles,
    @Nullable MessageLanguage language) {

  public CampaignAudience {
    kinds = List.copyOf(kinds);
    categories = List.copyOf(categories);
    cards = List.copyOf(cards);
    roles = List.copyOf(roles);
  }
}
