package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param orderId null for a card on paper
 * @param serial of this copy of the ticket, 5 digits
 * @param medium PLASTIC or PAPER
 * @param status ORDERED, IN_PRODUCTION, PRODUCED, SHIPPED, RECEIVED_REGION, AT_PRIMARY, ISSUED,
 *     CANCELLED, LOST and other ends (an open list)
 * @param statusTitle the status in Russian
 */
@Serdeable
public record CardView(
    UUID id,
    UUID personId,
    @Nullable UUID orderId,
    String lastName,
    String firstName,
    @Nullable String middleName,
    String ticketNumber,
    String serial,
    String medium,
    String status,
    String statusTitle,
    @Nullable LocalDate issuedOn) {
  @Override
  public String toString() {
    return "CardView[" + id + " " + status + "]";
  }
}
