package org.profbilet.credentials;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.profbilet.organisations.Organisation;

/**
 * What a member sees on her own phone.
 *
 * @param ended whether the membership has ended
 * @param help the territorial organisation, whom to call
 * @param plasticStatus state of the newest plastic copy, or null where none was ordered
 */
public record MemberCard(
    String fullName,
    String ticketNumber,
    boolean ended,
    String unionName,
    String organisationName,
    @Nullable Organisation help,
    @Nullable String plasticStatus,
    List<Step> plasticHistory) {

  public MemberCard {
    plasticHistory = List.copyOf(plasticHistory);
  }

  /** A step on the way of the plastic copy. */
  @Introspected
  public record Step(String status, Instant at) {}

  @Override
  public String toString() {
    return "MemberCard[…]";
  }
}
