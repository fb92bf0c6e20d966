package org.profbilet.credentials;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.credential.Initials;
import org.profbilet.contract.credential.OrganisationNumber;
import org.profbilet.contract.credential.TicketHolder;
import org.profbilet.contract.credential.TicketNumber;

/**
 * A person as the issuer of credentials needs her.
 *
 * @param endedOn the last end of a counted membership there was, or will be
 */
@Introspected
record Holder(
    UUID id,
    UUID primaryId,
    String ticketNumber,
    String lastName,
    String firstName,
    @Nullable String middleName,
    LocalDate birthDate,
    int organisationNumber,
    boolean member,
    @Nullable LocalDate endedOn,
    boolean consented) {

  TicketHolder onTicket() {
    return new TicketHolder(
        new TicketNumber(ticketNumber),
        new OrganisationNumber(organisationNumber),
        Initials.of(lastName, firstName, patronymic()));
  }

  MemberCard.State state() {
    if (!member) {
      return MemberCard.State.ENDED;
    }
    return consented ? MemberCard.State.ACTIVE : MemberCard.State.SUSPENDED;
  }

  String fullName() {
    return (lastName + " " + firstName + " " + patronymic()).strip();
  }

  private String patronymic() {
    return middleName == null ? "" : middleName;
  }

  @Override
  public String toString() {
    return "Holder[" + id + "]";
  }
}
