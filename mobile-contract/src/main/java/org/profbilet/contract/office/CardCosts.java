package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/**
 * What cards cost in a year.
 *
 * @param priceKopecks of one card, by which the rest is estimated
 */
@Serdeable
public record CardCosts(int year, long priceKopecks, List<Territory> territories) {

  public CardCosts {
    territories = List.copyOf(territories);
  }

  /**
   * One payer.
   *
   * @param members on record today
   * @param ordered cards of orders approved that year
   * @param withoutCard members for whom no plastic card is ordered yet
   * @param stillKopecks what their cards would cost
   */
  @Serdeable
  public record Territory(
      UUID organisationId,
      String name,
      int members,
      int ordered,
      long orderedKopecks,
      int withoutCard,
      long stillKopecks) {}
}
