package org.profbilet.notifications.outbox;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/**
 * Settles a delivery whose sender died: with an open attempt nobody knows whether the message went
 * out, without one it certainly did not.
 */
@Singleton
class Abandoned {

  private final Gate gate;
  private final DeliveryRepository deliveries;
  private final AttemptRepository attempts;
  private final Settlement settlement;

  Abandoned(
      Gate gate, DeliveryRepository deliveries, AttemptRepository attempts, Settlement settlement) {
    this.gate = gate;
    this.deliveries = deliveries;
    this.attempts = attempts;
    this.settlement = settlement;
  }

  @Transactional
  public void settle(Claimed delivery, UUID owner) {
    gate.openRowsOf(delivery);
    if (!deliveries.hold(delivery.id(), owner)) {
      return;
    }
    List<Attempt> tried = attempts.listOf(delivery.id());
    List<Attempt> open = tried.stream().filter(Attempt::isOpen).toList();
    if (open.isEmpty()) {
      settlement.again(delivery, owner, null);
      return;
    }
    open.forEach(attempt -> settlement.endUncertain(attempt.id(), "SENDER_DIED"));
    settlement.settleUncertain(delivery, owner, Attempt.countUncertain(tried));
  }
}
