package org.profbilet.notifications.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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
   * Tells by the first way of the notice; the others follow where it ends in vain.
   *
   * @param fact what makes the delivery the same one however often it is asked for
   * @return false where this fact was told before
   */
  public boolean put(NoticeKind kind, String fact, UUID personId, @Nullable UUID primaryId) {
    List<Channel> ways = kind.ways();
    return add(kind, ways.get(0), ways.subList(1, ways.size()), fact, personId, primaryId);
  }

  /**
   * Tells by one channel and no other.
   *
   * @return false where this fact was told by this channel before
   */
  public boolean put(
      NoticeKind kind, Channel channel, String fact, UUID personId, @Nullable UUID primaryId) {
    return add(kind, channel, List.of(), fact, personId, primaryId);
  }

  private boolean add(
      NoticeKind kind,
      Channel channel,
      List<Channel> next,
      String fact,
      UUID personId,
      @Nullable UUID primaryId) {
    Instant now = clock.instant();
    int added =
        deliveries.add(
            UuidCreator.getTimeOrderedEpoch(),
            fact + ":" + channel.name(),
            personId,
            primaryId,
            kind.name(),
            channel.name(),
            next.stream().map(Channel::name).collect(Collectors.joining(",")),
            kind.priority().name(),
            now,
            now.plus(kind.life()),
            now);
    return added == 1;
  }
}
