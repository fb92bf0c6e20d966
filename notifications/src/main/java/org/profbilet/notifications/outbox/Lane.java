package org.profbilet.notifications.outbox;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.profbilet.notifications.channels.Readiness;
import org.profbilet.notifications.channels.Sender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of one channel: claims no more than it can hand over within the lease. */
final class Lane {

  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
  private static final int EACH = 4;

  private final UUID owner;
  private final Sender sender;
  private final Claims claims;
  private final DeclareIntent declareIntent;
  private final HandOverDelivery handOver;
  private final ExecutorService workers;
  private final ExecutorService loop = Executors.newSingleThreadExecutor();

  Lane(
      UUID owner,
      Sender sender,
      Claims claims,
      DeclareIntent declareIntent,
      HandOverDelivery handOver) {
    this.owner = owner;
    this.sender = sender;
    this.claims = claims;
    this.declareIntent = declareIntent;
    this.handOver = handOver;
    this.workers = Executors.newFixedThreadPool(sender.width());
  }

  Future<?> start() {
    return loop.submit(this::run);
  }

  static void await(Future<?> work) {
    try {
      work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      // The deliveries stay claimed; when the lease has run out they are adopted.
      Throwable cause = e.getCause() == null ? e : e.getCause();
      LOG.error("a delivery could not be worked on: {}", cause.getClass().getName());
    }
  }

  void close() {
    loop.shutdownNow();
    workers.shutdownNow();
  }

  private void run() {
    while (isOpen()) {
      List<Claimed> claimed = claims.claim(sender.channel(), owner, sender.width() * EACH);
      if (claimed.isEmpty()) {
        return;
      }
      claimed.stream()
          .<Future<?>>map(delivery -> workers.submit(() -> sendOne(delivery)))
          .toList()
          .forEach(Lane::await);
    }
  }

  private void sendOne(Claimed delivery) {
    if (!isOpen()) {
      claims.release(delivery, owner);
      return;
    }
    if (declareIntent.declare(delivery, owner)) {
      handOver.handOver(delivery, owner, sender);
    }
  }

  private boolean isOpen() {
    return sender.prepare() instanceof Readiness.Ready;
  }
}
