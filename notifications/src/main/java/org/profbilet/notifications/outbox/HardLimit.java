package org.profbilet.notifications.outbox;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.profbilet.consents.ConsentedAddress;
import org.profbilet.notifications.channels.HandOver;
import org.profbilet.notifications.channels.Message;
import org.profbilet.notifications.channels.Sender;

/**
 * Lets no hand-over hold a consent longer than five seconds: a member who withdraws waits for it.
 */
@Singleton
class HardLimit {

  static final Duration LIMIT = Duration.ofSeconds(5);

  private final Duration limit;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "hand-over-limit");
            thread.setDaemon(true);
            return thread;
          });

  @Inject
  HardLimit() {
    this(LIMIT);
  }

  HardLimit(Duration limit) {
    this.limit = limit;
  }

  /** When a consent that is locked now must be free again. */
  Deadline start() {
    return new Deadline(System.nanoTime() + limit.toNanos());
  }

  HandOver call(Sender sender, Message message, ConsentedAddress address, Deadline deadline) {
    Running running = new Running(sender, Thread.currentThread());
    ScheduledFuture<?> alarm =
        watch.schedule(running::abort, deadline.left(), TimeUnit.NANOSECONDS);
    try {
      return sender.handOver(message, address);
    } catch (RuntimeException e) {
      return new HandOver.Uncertain("UNEXPECTED_" + e.getClass().getSimpleName());
    } finally {
      running.end();
      alarm.cancel(false);
    }
  }

  @PreDestroy
  void close() {
    watch.shutdownNow();
  }

  record Deadline(long at) {

    /** Below a second nothing is begun: it could only end as uncertain. */
    boolean isNear() {
      return left() < TimeUnit.SECONDS.toNanos(1);
    }

    private long left() {
      return Math.max(0, at - System.nanoTime());
    }
  }

  /** Neither an abort nor an interrupt may hit what the thread does next. */
  private static final class Running {

    private final Sender sender;
    private final Thread thread;
    private boolean ended;
    private boolean aborted;

    Running(Sender sender, Thread thread) {
      this.sender = sender;
      this.thread = thread;
    }

    synchronized void abort() {
      if (!ended) {
        aborted = true;
        sender.abort(thread);
      }
    }

    synchronized void end() {
      ended = true;
      if (aborted) {
        Thread.interrupted();
      }
    }
  }
}
