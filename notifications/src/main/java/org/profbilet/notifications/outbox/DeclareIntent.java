package org.profbilet.notifications.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.profbilet.consents.ConsentedAddress;

/**
 * Commits which addresses are about to be tried before anything leaves. A process killed during the
 * hand-over so leaves a trace, and nobody has to guess whether a message went out.
 */
@Singleton
class DeclareIntent {

  private final Gate gate;
  private final DeliveryRepository deliveries;
  private final AttemptRepository attempts;
  private final Settlement settlement;
  private final Clock clock;

  DeclareIntent(
      Gate gate,
      DeliveryRepository deliveries,
      AttemptRepository attempts,
      Settlement settlement,
      Clock clock) {
    this.gate = gate;
    this.deliveries = deliveries;
    this.attempts = attempts;
    this.settlement = settlement;
    this.clock = clock;
  }

  /** False where nothing is to be handed over: withheld, or another sender's by now. */
  @Transactional
  public boolean declare(Claimed delivery, UUID owner) {
    gate.openRowsOf(delivery);
    if (!deliveries.hold(delivery.id(), owner)) {
      return false;
    }
    Gate.Answer answer = gate.ask(delivery);
    if (answer.isNotNow()) {
      settlement.giveBack(delivery, owner);
      return false;
    }
    if (answer.withheld() != null) {
      settlement.withhold(delivery, owner, answer.withheld());
      return false;
    }
    answer.addresses().forEach(address -> attempts.save(intent(delivery, address)));
    return true;
  }

  private Attempt intent(Claimed delivery, ConsentedAddress address) {
    Instant now = clock.instant();
    return new Attempt(
        UuidCreator.getTimeOrderedEpoch(),
        delivery.id(),
        delivery.personId(),
        delivery.channel().name(),
        address.addressId(),
        null,
        address.consentVersion(),
        now,
        "INTENT",
        AttemptState.OPEN,
        null,
        null,
        now,
        null);
  }
}
