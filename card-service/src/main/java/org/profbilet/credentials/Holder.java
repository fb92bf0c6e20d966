package org.profbilet.credentials;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.credential.Initials;
import org.profbilet.contract.credential.OrganisationNumber;
import org.profbilet.contract.credential.TicketHolder;
import org.profbilet.contract.credential.TicketNumber;

/** A person as the issuer of credentials needs her. */
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
    boolean consented) {

  TicketHolder onTicket() {
    return new TicketHolder(
        new TicketNumber(ticketNumber),
        new OrganisationNumber(organisationNumber),
        Initials.of(lastName, firstName, patronymic()));
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
