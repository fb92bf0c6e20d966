package org.profbilet.notifications.outbox;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.profbilet.notifications.channels.RateLimit;
import org.profbilet.notifications.channels.Readiness;
import org.profbilet.notifications.channels.Sender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of one channel for messages of one class: claims no more than it can hand over within the
 * lease. Personal messages and those for many have lanes of their own over the same sender.
 */
final class Lane {

  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
  private static final int EACH = 4;

  private final UUID owner;
  private final Sender sender;
  private final List<Priority> order;
  private final RateLimit rate;
  private final Claims claims;
  private final DeclareIntent declareIntent;
  private final HandOverDelivery handOver;
  private final ExecutorService workers;
  private final ExecutorService loop = Executors.newSingleThreadExecutor();
  private Future<Integer> running = CompletableFuture.completedFuture(0);

  Lane(
      UUID owner,
      Sender sender,
      List<Priority> order,
      RateLimit rate,
      Claims claims,
      DeclareIntent declareIntent,
      HandOverDelivery handOver) {
    this.owner = owner;
    this.sender = sender;
    this.order = order;
    this.rate = rate;
    this.claims = claims;
    this.declareIntent = declareIntent;
    this.handOver = handOver;
    this.workers = Executors.newFixedThreadPool(sender.width());
  }

  /** Begins where it rests; one that runs looks for new deliveries by itself. */
  synchronized Future<Integer> wake() {
    if (running.isDone()) {
      running = loop.submit(this::run);
    }
    return running;
  }

  /** How many deliveries it worked on. */
  static int await(Future<Integer> work) {
    try {
      return work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      tell(e);
    }
    return 0;
  }

  void close() {
    loop.shutdownNow();
    workers.shutdownNow();
  }

  private int run() {
    int worked = 0;
    while (isOpen()) {
      List<Claimed> claimed = claims.claim(sender.channel(), order, owner, sender.width() * EACH);
      if (claimed.isEmpty()) {
        break;
      }
      worked += claimed.size();
      claimed.stream()
          .<Future<?>>map(delivery -> workers.submit(() -> sendOne(delivery)))
          .toList()
          .forEach(Lane::finish);
    }
    return worked;
  }

  private static void finish(Future<?> work) {
    try {
      work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      tell(e);
    }
  }

  /** The deliveries stay claimed; when the lease has run out they are adopted. */
  private static void tell(ExecutionException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    LOG.error("a delivery could not be worked on: {}", cause.getClass().getName());
  }

  private Void sendOne(Claimed delivery) throws InterruptedException {
    rate.await(order.equals(Priority.PERSONAL));
    if (!isOpen()) {
      claims.release(delivery, owner);
    } else if (declareIntent.declare(delivery, owner)) {
      handOver.handOver(delivery, owner, sender);
    }
    return null;
  }

  private boolean isOpen() {
    return sender.prepare() instanceof Readiness.Ready;
  }
}
