package org.profbilet.consents;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.RowScope;
import org.profbilet.consents.AddressOutcome.Consented;
import org.profbilet.consents.AddressOutcome.Withheld;
import org.profbilet.consents.GateRepository.Contact;
import org.profbilet.consents.GateRepository.Held;
import org.profbilet.consents.GateRepository.PushTarget;

/**
 * The one way to an address. Asked at the moment of sending, inside the sender's transaction, which
 * must last until the provider has taken the message: so long a withdrawal waits.
 */
@Singleton
public class ConsentGate {

  private final RowScope rowScope;
  private final GateRepository repository;
  private final Today today;

  ConsentGate(RowScope rowScope, GateRepository repository, Today today) {
    this.rowScope = rowScope;
    this.repository = repository;
    this.today = today;
  }

  /** Opens the rows of this one person to the transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public AddressOutcome addressFor(UUID personId, Purpose purpose, Channel channel) {
    rowScope.person(personId);
    Optional<Held> held = repository.hold(personId, purpose, channel, today.date());
    if (held.isEmpty() || held.get().replaced()) {
      return new Withheld(WithheldReason.NO_CONSENT);
    }
    return switch (held.get().state()) {
      case UNKNOWN -> new Withheld(WithheldReason.NO_CONSENT);
      case REFUSED -> new Withheld(WithheldReason.REFUSED);
      case WITHDRAWN -> new Withheld(WithheldReason.WITHDRAWN);
      case GIVEN -> addressOfMember(personId, channel, held.get());
    };
  }

  /**
   * The same for advertising: the consent to messages must cover it, and she must want it still.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public AddressOutcome addressForAds(UUID personId, Channel channel) {
    AddressOutcome outcome = addressFor(personId, Purpose.MESSAGES, channel);
    if (outcome instanceof Withheld) {
      return outcome;
    }
    String state = repository.adsState(personId, channel);
    return state.equals("GIVEN") ? outcome : new Withheld(WithheldReason.valueOf(state));
  }

  private AddressOutcome addressOfMember(UUID personId, Channel channel, Held held) {
    if (!repository.isMember(personId, today.date())) {
      return new Withheld(WithheldReason.MEMBERSHIP_ENDED);
    }
    return switch (channel) {
      case SMS -> contact(personId, AddressKind.PHONE, held, true);
      case EMAIL -> contact(personId, AddressKind.EMAIL, held, false);
      case PUSH -> devices(personId, held);
      case NONE -> new Withheld(WithheldReason.NO_ADDRESS);
    };
  }

  private AddressOutcome contact(
      UUID personId, AddressKind kind, Held held, boolean alwaysVerified) {
    Optional<Contact> found = repository.findContact(personId, kind.name(), held.decisionId());
    if (found.isEmpty()) {
      return new Withheld(WithheldReason.NO_ADDRESS);
    }
    Contact contact = found.get();
    if (kind == AddressKind.PHONE && contact.changedSince()) {
      return new Withheld(WithheldReason.NO_CONSENT);
    }
    if (!contact.state().equals("GOOD")) {
      return new Withheld(WithheldReason.ADDRESS_DEAD);
    }
    boolean mustBeVerified = alwaysVerified || contact.shared() || contact.changedSince();
    if (mustBeVerified && !contact.verified()) {
      return new Withheld(WithheldReason.ADDRESS_NOT_VERIFIED);
    }
    return consented(
        List.of(new ConsentedAddress(contact.id(), kind, contact.value(), held.version())), held);
  }

  private AddressOutcome devices(UUID personId, Held held) {
    List<PushTarget> targets = repository.listPushTargets(personId);
    List<ConsentedAddress> living =
        targets.stream()
            .filter(target -> !target.dead())
            .map(
                target ->
                    new ConsentedAddress(
                        target.id(), target.kind(), target.value(), held.version()))
            .toList();
    if (!living.isEmpty()) {
      return consented(living, held);
    }
    return new Withheld(
        targets.isEmpty() ? WithheldReason.NO_ADDRESS : WithheldReason.ADDRESS_DEAD);
  }

  private static AddressOutcome consented(List<ConsentedAddress> addresses, Held held) {
    return new Consented(addresses, held.version());
  }
}
