package org.profbilet.credentials;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.profbilet.organisations.Organisation;

/**
 * What a member sees on her own phone.
 *
 * @param endedOn the first day off record, where the membership has ended
 * @param help the territorial organisation, whom to call
 * @param plasticStatus state of the newest plastic copy, or null where none was ordered
 */
public record MemberCard(
    String fullName,
    String ticketNumber,
    State state,
    @Nullable LocalDate endedOn,
    String unionName,
    String organisationName,
    @Nullable Organisation help,
    @Nullable String plasticStatus,
    List<Step> plasticHistory) {

  public MemberCard {
    plasticHistory = List.copyOf(plasticHistory);
  }

  /** Whether the ticket is good now. It is shown in every state: a card never vanishes silently. */
  public enum State {
    ACTIVE,
    /** A member whose consent to processing is not in force. */
    SUSPENDED,
    /** Off record. */
    ENDED
  }

  /** A step on the way of the plastic copy. */
  @Introspected
  public record Step(String status, Instant at) {}

  @Override
  public String toString() {
    return "MemberCard[…]";
  }
}
