package org.profbilet.cards;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A card with what is printed on it, for the chair. */
@Introspected
public record CardSummary(
    UUID id,
    UUID personId,
    UUID orderId,
    String lastName,
    String firstName,
    @Nullable String middleName,
    String ticketNumber,
    String serial,
    CardStatus status,
    @Nullable LocalDate issuedOn) {

  @Override
  public String toString() {
    return "CardSummary[" + id + " " + status + "]";
  }
}
