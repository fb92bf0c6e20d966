package org.profbilet.cards;

import io.micronaut.core.annotation.Introspected;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of a primary as the order sees her.
 *
 * @param consent the state of UNION_PROCESSING, or null where nothing is decided
 */
@Introspected
public record Candidate(
    UUID personId,
    String ticketNumber,
    String lastName,
    String firstName,
    @Nullable String middleName,
    boolean member,
    @Nullable String consent,
    boolean liveCard) {

  /** The first thing that keeps her from a card. */
  public Optional<Ineligible> problem() {
    if (!member) {
      return Optional.of(Ineligible.MEMBERSHIP_NOT_ACTIVE);
    }
    if (liveCard) {
      return Optional.of(Ineligible.HAS_LIVE_CARD);
    }
    return problemOfConsent().or(() -> printedName().problem());
  }

  PrintedName printedName() {
    return new PrintedName(lastName, firstName, middleName);
  }

  private Optional<Ineligible> problemOfConsent() {
    if (consent == null) {
      return Optional.of(Ineligible.CONSENT_MISSING);
    }
    return switch (consent) {
      case "GIVEN" -> Optional.empty();
      case "REFUSED" -> Optional.of(Ineligible.CONSENT_REFUSED);
      case "WITHDRAWN" -> Optional.of(Ineligible.CONSENT_WITHDRAWN);
      default -> Optional.of(Ineligible.CONSENT_MISSING);
    };
  }

  @Override
  public String toString() {
    return "Candidate[" + personId + "]";
  }
}
