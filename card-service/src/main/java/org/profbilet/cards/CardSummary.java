package org.profbilet.cards;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A card with what is printed on it, for the chair.
 *
 * @param orderId null for a card on paper
 */
@Introspected
public record CardSummary(
    UUID id,
    UUID personId,
    @Nullable UUID orderId,
    String lastName,
    String firstName,
    @Nullable String middleName,
    String ticketNumber,
    String serial,
    CardMedium medium,
    CardStatus status,
    @Nullable LocalDate issuedOn) {

  @Override
  public String toString() {
    return "CardSummary[" + id + " " + status + "]";
  }
}
