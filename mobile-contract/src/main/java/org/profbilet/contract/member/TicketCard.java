package org.profbilet.contract.member;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The card as its member sees it.
 *
 * @param status ACTIVE, SUSPENDED (the consent to processing is not in force) or ENDED (an open
 *     list)
 * @param endedOn the first day off record, where the membership has ended
 * @param helpName whom to call
 * @param plastic the newest plastic copy, absent where none was ordered
 */
@Serdeable
public record TicketCard(
    String unionName,
    String fullName,
    String ticketNumber,
    String status,
    @Nullable LocalDate endedOn,
    String organisationName,
    @Nullable String helpName,
    @Nullable String helpPhone,
    @Nullable Plastic plastic) {

  /**
   * @param status as in the life of a card: ORDERED … ISSUED and the ends (an open list)
   */
  @Serdeable
  public record Plastic(String status, List<Step> history) {
    public Plastic {
      history = List.copyOf(history);
    }
  }

  /** A step on the way of the copy. */
  @Serdeable
  public record Step(String status, Instant at) {}

  @Override
  public String toString() {
    return "TicketCard[…]";
  }
}
