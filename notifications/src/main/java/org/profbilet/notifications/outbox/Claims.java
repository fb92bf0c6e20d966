package org.profbilet.notifications.outbox;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.profbilet.consents.Channel;

/** Takes due deliveries under a lease, each in a short transaction of its own. */
@Singleton
class Claims {

  /**
   * Longer than a worker needs for its share of a claim even if every hand-over meets the limit.
   */
  static final Duration LEASE = Duration.ofMinutes(2);

  private final DeliveryRepository deliveries;
  private final Clock clock;

  Claims(DeliveryRepository deliveries, Clock clock) {
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** The most urgent ones alone; a lower priority waits for the next claim. */
  @Transactional
  public List<Claimed> claim(Channel channel, List<Priority> order, UUID owner, int most) {
    Instant now = clock.instant();
    List<Claimed> claimed = List.of();
    for (Priority priority : order) {
      if (claimed.isEmpty()) {
        claimed =
            deliveries.claimDue(channel.name(), priority.name(), now, owner, now.plus(LEASE), most);
      }
    }
    return claimed;
  }

  /** Deliveries whose sender died. */
  @Transactional
  public List<Claimed> adopt(UUID owner, int most) {
    Instant now = clock.instant();
    return deliveries.adoptAbandoned(now, owner, now.plus(LEASE), most);
  }

  /** What was not sent in its time is withheld, never sent late. */
  @Transactional
  public int expire() {
    return deliveries.expire(clock.instant());
  }

  /** Gives a delivery back untried, because its route closed meanwhile. */
  @Transactional
  public void release(Claimed delivery, UUID owner) {
    deliveries.settle(delivery.id(), owner, DeliveryState.PENDING.name(), null, null, 0);
  }
}
