package org.profbilet.notifications.outbox;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.profbilet.consents.Channel;
import org.profbilet.notifications.channels.RateLimit;
import org.profbilet.notifications.channels.Sender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due: lanes of its own for every sender, so that a slow provider holds up its own
 * messages only, and two for each, so that a broadcast holds up no personal message.
 */
@Singleton
public class Dispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final int ADOPTED_AT_ONCE = 100;

  /** One life of one process; what it leaves behind is adopted by the next. */
  private final UUID owner = UUID.randomUUID();

  private final Claims claims;
  private final Abandoned abandoned;
  private final WithoutRoute withoutRoute;
  private final List<Lane> lanes;
  private final Set<Channel> unserved;

  Dispatcher(
      Claims claims,
      Abandoned abandoned,
      WithoutRoute withoutRoute,
      DeclareIntent declareIntent,
      HandOverDelivery handOver,
      List<Sender> senders) {
    this.claims = claims;
    this.abandoned = abandoned;
    this.withoutRoute = withoutRoute;
    this.lanes =
        senders.stream()
            .flatMap(
                sender -> {
                  RateLimit rate = new RateLimit(sender.perSecond());
                  return Stream.of(Priority.PERSONAL, Priority.FOR_MANY)
                      .map(
                          order ->
                              new Lane(
                                  owner, sender, order, rate, claims, declareIntent, handOver));
                })
            .toList();
    this.unserved = EnumSet.complementOf(EnumSet.of(Channel.NONE));
    this.unserved.removeAll(senders.stream().map(Sender::channel).collect(Collectors.toSet()));
  }

  /** Sets every lane going and waits for none. */
  void wake() {
    begin();
  }

  /** Returns when nothing is due any more or every route is closed. */
  public void sendDue() {
    int worked;
    do {
      worked = begin().stream().mapToInt(Lane::await).sum();
    } while (worked > 0);
  }

  private List<Future<Integer>> begin() {
    int expired = claims.expire();
    if (expired > 0) {
      LOG.info("{} deliveries expired before they could be sent", expired);
    }
    for (Claimed delivery : claims.adopt(owner, ADOPTED_AT_ONCE)) {
      abandoned.settle(delivery, owner);
    }
    unserved.forEach(this::withholdAll);
    return lanes.stream().map(Lane::wake).toList();
  }

  private void withholdAll(Channel channel) {
    List<Claimed> claimed;
    do {
      claimed = claims.claim(channel, Priority.ALL, owner, ADOPTED_AT_ONCE);
      claimed.forEach(delivery -> withoutRoute.withhold(delivery, owner));
    } while (!claimed.isEmpty());
  }

  @PreDestroy
  void close() {
    lanes.forEach(Lane::close);
  }
}
