package org.profbilet.api.member;

import org.jspecify.annotations.Nullable;
import org.profbilet.contract.member.PhoneCredentials;
import org.profbilet.contract.member.TicketCard;
import org.profbilet.contract.member.TicketCard.Plastic;
import org.profbilet.contract.member.TicketCard.Step;
import org.profbilet.credentials.DeviceCredentials;
import org.profbilet.credentials.MemberCard;
import org.profbilet.organisations.Organisation;

/** What members see, in the words of the contract. */
final class Views {

  private Views() {}

  static PhoneCredentials credentials(DeviceCredentials credentials) {
    return new PhoneCredentials(credentials.door(), credentials.member());
  }

  static TicketCard card(MemberCard card) {
    Organisation help = card.help();
    return new TicketCard(
        card.unionName(),
        card.fullName(),
        card.ticketNumber(),
        card.state().name(),
        card.endedOn(),
        card.organisationName(),
        help == null ? null : help.shortName(),
        help == null ? null : help.phone(),
        plastic(card));
  }

  private static @Nullable Plastic plastic(MemberCard card) {
    String status = card.plasticStatus();
    return status == null
        ? null
        : new Plastic(
            status,
            card.plasticHistory().stream()
                .map(step -> new Step(step.status(), step.at()))
                .toList());
  }
}
