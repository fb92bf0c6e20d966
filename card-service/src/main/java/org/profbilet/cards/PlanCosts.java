package org.profbilet.cards;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.profbilet.access.Acting;

/** Tells an office what cards cost its territories in a year: spent, and still to be spent. */
@Singleton
public class PlanCosts {

  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  private final PriceRepository prices;
  private final Today today;

  PlanCosts(PriceRepository prices, Today today) {
    this.prices = prices;
    this.today = today;
  }

  /**
   * @param price of one card on the first day of the year, or today within the running one
   */
  public record Costs(int year, Kopecks price, List<TerritoryCost> territories) {

    public Costs {
      territories = List.copyOf(territories);
    }
  }

  /**
   * @param year 2020 to 2100
   */
  @Transactional
  public Costs plan(Acting acting, int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    LocalDate priced = year == today.date().getYear() ? today.date() : first;
    long price = prices.findOn(priced).orElseThrow().kopecks();
    ZonedDateTime begins = first.atStartOfDay(MOSCOW);
    return new Costs(
        year,
        new Kopecks(price),
        prices.listCosts(
            acting.organisationId(),
            begins.toInstant(),
            begins.plusYears(1).toInstant(),
            today.date(),
            price));
  }
}
