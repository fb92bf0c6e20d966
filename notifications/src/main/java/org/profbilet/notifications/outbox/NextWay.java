package org.profbilet.notifications.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/**
 * Push, else e-mail, else SMS: the next way is taken when the one before it has ended in vain,
 * never beside it, and it passes the gate anew. What may have arrived has not ended in vain.
 */
@Singleton
public class NextWay {

  private final DeliveryRepository deliveries;
  private final Clock clock;

  NextWay(DeliveryRepository deliveries, Clock clock) {
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** In the caller's transaction, which has the rows of this person open. */
  public void after(UUID deliveryId) {
    deliveries.addNextWay(UuidCreator.getTimeOrderedEpoch(), deliveryId, clock.instant());
  }
}
