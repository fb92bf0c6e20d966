package org.profbilet.notifications.campaigns;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a campaign is for: everybody on record within an organisation, narrowed by what is named
 * here. An empty list narrows nothing.
 *
 * @param kinds of institutions, for example SCHOOL
 * @param categories of members, for example STUDENT
 * @param cardStates NONE, UNDER_WAY, AT_PRIMARY, ISSUED
 * @param roles what activists do, for example TREASURER
 * @param language RU or EN, as members chose; null for both
 */
public record Audience(
    UUID withinId,
    List<String> kinds,
    List<String> categories,
    List<String> cardStates,
    List<String> roles,
    @Nullable String language) {

  public Audience {
    kinds = List.copyOf(kinds);
    categories = List.copyOf(categories);
    cardStates = List.copyOf(cardStates);
    roles = List.copyOf(roles);
  }
}
