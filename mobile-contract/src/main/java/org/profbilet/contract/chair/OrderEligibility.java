package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param priceKopecks of one card today
 * @param sumKopecks for all who are eligible
 * @param draft the order that was begun and not sent, if any
 */
@Serdeable
public record OrderEligibility(
    long priceKopecks,
    long sumKopecks,
    List<Person> eligible,
    List<Ineligible> others,
    @Nullable Draft draft) {

  public OrderEligibility {
    eligible = List.copyOf(eligible);
    others = List.copyOf(others);
  }

  /**
   * An order that is not sent yet.
   *
   * @param orderId the key that sends it
   * @param leftOut eligible members who get no card by it
   */
  @Serdeable
  public record Draft(UUID orderId, List<UUID> leftOut) {
    public Draft {
      leftOut = List.copyOf(leftOut);
    }
  }

  /** A member who gets a card. */
  @Serdeable
  public record Person(
      UUID personId, String lastName, String firstName, @Nullable String middleName) {
    @Override
    public String toString() {
      return "Person[" + personId + "]";
    }
  }

  /**
   * A member who does not get a card now.
   *
   * @param reason CONSENT_MISSING, CONSENT_REFUSED, CONSENT_WITHDRAWN, HAS_LIVE_CARD,
   *     NAME_TOO_LONG, NAME_NOT_CYRILLIC, MEMBERSHIP_NOT_ACTIVE (an open list)
   * @param sentence the reason in Russian
   */
  @Serdeable
  public record Ineligible(
      UUID personId,
      String lastName,
      String firstName,
      @Nullable String middleName,
      String reason,
      String sentence) {
    @Override
    public String toString() {
      return "Ineligible[" + personId + " " + reason + "]";
    }
  }
}
