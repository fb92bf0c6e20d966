package org.profbilet.notifications.outbox;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.profbilet.consents.Channel;
import org.profbilet.notifications.channels.Sender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due: one lane a channel, so that a slow provider holds up its own messages only.
 */
@Singleton
public class Dispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final int ADOPTED_AT_ONCE = 100;

  /** One life of one process; what it leaves behind is adopted by the next. */
  private final UUID owner = UUID.randomUUID();

  private final Claims claims;
  private final Abandoned abandoned;
  private final List<Lane> lanes;
  private final Set<Channel> withoutRoute;

  Dispatcher(
      Claims claims,
      Abandoned abandoned,
      DeclareIntent declareIntent,
      HandOverDelivery handOver,
      List<Sender> senders) {
    this.claims = claims;
    this.abandoned = abandoned;
    this.lanes =
        senders.stream()
            .map(sender -> new Lane(owner, sender, claims, declareIntent, handOver))
            .toList();
    this.withoutRoute = EnumSet.complementOf(EnumSet.of(Channel.NONE));
    this.withoutRoute.removeAll(senders.stream().map(Sender::channel).collect(Collectors.toSet()));
  }

  /** Returns when nothing is due any more or every route is closed. */
  public void sendDue() {
    int expired = claims.expire();
    if (expired > 0) {
      LOG.info("{} deliveries expired before they could be sent", expired);
    }
    for (Claimed delivery : claims.adopt(owner, ADOPTED_AT_ONCE)) {
      abandoned.settle(delivery, owner);
    }
    withoutRoute.forEach(this::withholdAll);
    lanes.stream().map(Lane::start).toList().forEach(Lane::await);
  }

  private void withholdAll(Channel channel) {
    List<Claimed> claimed;
    do {
      claimed = claims.claim(channel, owner, ADOPTED_AT_ONCE);
      claimed.forEach(delivery -> claims.withhold(delivery, owner, "NO_ROUTE"));
    } while (!claimed.isEmpty());
  }

  @PreDestroy
  void close() {
    lanes.forEach(Lane::close);
  }
}
