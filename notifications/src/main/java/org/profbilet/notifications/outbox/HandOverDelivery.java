package org.profbilet.notifications.outbox;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.profbilet.consents.ConsentedAddress;
import org.profbilet.notifications.channels.HandOver;
import org.profbilet.notifications.channels.Message;
import org.profbilet.notifications.channels.Sender;
import org.profbilet.notifications.wording.Wording;

/**
 * Hands a message over inside the transaction that holds the consent: the one named exception to
 * "no network inside a transaction". A withdrawal waits for it, and after it has returned nothing
 * leaves.
 */
@Singleton
class HandOverDelivery {

  private final Gate gate;
  private final DeliveryRepository deliveries;
  private final AttemptRepository attempts;
  private final Settlement settlement;
  private final ForgetDeadAddress forgetDeadAddress;
  private final Wording wording;
  private final Broadcasts broadcasts;
  private final HardLimit limit;
  private final Clock clock;

  HandOverDelivery(
      Gate gate,
      DeliveryRepository deliveries,
      AttemptRepository attempts,
      Settlement settlement,
      ForgetDeadAddress forgetDeadAddress,
      Wording wording,
      Broadcasts broadcasts,
      HardLimit limit,
      Clock clock) {
    this.gate = gate;
    this.deliveries = deliveries;
    this.attempts = attempts;
    this.settlement = settlement;
    this.forgetDeadAddress = forgetDeadAddress;
    this.wording = wording;
    this.broadcasts = broadcasts;
    this.limit = limit;
    this.clock = clock;
  }

  @Transactional
  public void handOver(Claimed delivery, UUID owner, Sender sender) {
    gate.openRowsOf(delivery);
    if (!deliveries.hold(delivery.id(), owner)) {
      return;
    }
    Gate.Answer answer = gate.ask(delivery);
    List<Attempt> tried = attempts.listOf(delivery.id());
    List<Attempt> open = tried.stream().filter(Attempt::isOpen).toList();
    if (answer.isNotNow()) {
      open.forEach(attempt -> settlement.endUnsent(attempt.id(), "NOT_NOW"));
      settlement.giveBack(delivery, owner);
      return;
    }
    if (answer.withheld() != null) {
      open.forEach(attempt -> settlement.endUnsent(attempt.id(), answer.withheld()));
      settlement.withhold(delivery, owner, answer.withheld());
      return;
    }
    HardLimit.Deadline deadline = limit.start();
    List<HandOver> answers = new ArrayList<>();
    for (Attempt attempt : open) {
      send(delivery, attempt, answer.addresses(), sender, deadline, answers);
    }
    settlement.settle(delivery, owner, answers, Attempt.countUncertain(tried));
  }

  private void send(
      Claimed delivery,
      Attempt attempt,
      List<ConsentedAddress> addresses,
      Sender sender,
      HardLimit.Deadline deadline,
      List<HandOver> answers) {
    ConsentedAddress address =
        addresses.stream()
            .filter(one -> one.addressId().equals(attempt.contactId()))
            .findFirst()
            .orElse(null);
    if (address == null || deadline.isNear()) {
      settlement.endUnsent(attempt.id(), address == null ? "ADDRESS_CHANGED" : "NO_TIME_LEFT");
      return;
    }
    if (attempts.markHandingOver(
            attempt.id(), sender.provider(address), address.consentVersion(), clock.instant())
        != 1) {
      throw new IllegalStateException("attempt " + attempt.id() + " is not open");
    }
    HandOver answer = limit.call(sender, message(delivery), address, deadline);
    settlement.end(attempt.id(), answer);
    if (answer instanceof HandOver.DeadAddress) {
      forgetDeadAddress.forget(address, attempt.createdAt());
    }
    answers.add(answer);
  }

  private Message message(Claimed delivery) {
    UUID campaignId = delivery.campaignId();
    if (campaignId != null) {
      return broadcasts.message(campaignId, delivery.id(), delivery.personId());
    }
    return wording.message(
        delivery.kind().wording(), delivery.id(), delivery.personId(), Wording.RUSSIAN);
  }
}
