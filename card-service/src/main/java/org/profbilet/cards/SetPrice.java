package org.profbilet.cards;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.audit.Audit;
import org.profbilet.organisations.Level;

/** The central office names the price of a card from a coming day on; no price is ever changed. */
@Singleton
public class SetPrice {

  private final PriceRepository prices;
  private final Audit audit;
  private final Today today;

  SetPrice(PriceRepository prices, Audit audit, Today today) {
    this.prices = prices;
    this.audit = audit;
    this.today = today;
  }

  /** What became of the wish. */
  public enum Outcome {
    SET,
    NOT_IN_FUTURE,
    ALREADY_ANOTHER
  }

  /** The price list, newest first. */
  public List<Price> list() {
    return prices.list();
  }

  /** Saying the same again changes nothing. */
  @Transactional
  public Outcome set(Acting acting, LocalDate validFrom, Kopecks price) {
    if (acting.level() != Level.CENTRAL) {
      throw new NotYours();
    }
    if (!validFrom.isAfter(today.date())) {
      return Outcome.NOT_IN_FUTURE;
    }
    if (prices.insert(validFrom, price.amount()) == 1) {
      audit.record(
          acting.accountId(),
          acting.organisationId(),
          "CARD_PRICE_SET",
          null,
          Map.of("from", validFrom.toString(), "kopecks", price.amount()));
      return Outcome.SET;
    }
    boolean same = prices.findById(validFrom).orElseThrow().kopecks() == price.amount();
    return same ? Outcome.SET : Outcome.ALREADY_ANOTHER;
  }
}
