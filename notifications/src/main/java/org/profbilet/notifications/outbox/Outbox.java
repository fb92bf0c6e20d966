package org.profbilet.notifications.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.consents.Channel;

/** Puts deliveries into the transaction of the fact that asks for them: rows only, no network. */
@Singleton
public class Outbox {

  private final DeliveryRepository deliveries;
  private final Clock clock;

  Outbox(DeliveryRepository deliveries, Clock clock) {
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /**
   * @param fact what makes the delivery the same one however often it is asked for
   * @return false where this fact was told to this channel's lane before
   */
  public boolean put(
      NoticeKind kind, Channel channel, String fact, UUID personId, @Nullable UUID primaryId) {
    Instant now = clock.instant();
    int added =
        deliveries.add(
            UuidCreator.getTimeOrderedEpoch(),
            fact + ":" + channel.name(),
            personId,
            primaryId,
            kind.name(),
            channel.name(),
            kind.priority().name(),
            now,
            now.plus(kind.life()),
            now);
    return added == 1;
  }
}
