package org.profbilet.cards.production;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** What the printer puts on one card. */
@Introspected
record PrintedCard(
    String ticketNumber,
    String serial,
    String lastName,
    String firstName,
    @Nullable String middleName,
    String regionName,
    String inpo) {

  @Override
  public String toString() {
    return "PrintedCard[…]";
  }
}
