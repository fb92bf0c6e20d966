package org.profbilet.notifications.channels;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * No more messages a second to one provider than it takes from us. A fifth is kept for personal
 * messages: however fast a broadcast runs, one of them finds room at once.
 */
public final class RateLimit {

  private static final double RESERVED = 0.2;

  private final double perSecond;
  private final double most;
  private final LongSupplier nanos;
  private double room;
  private long filledAt;

  /**
   * @param perSecond 0 for no limit
   */
  public RateLimit(int perSecond) {
    this(perSecond, System::nanoTime);
  }

  RateLimit(int perSecond, LongSupplier nanos) {
    this.perSecond = perSecond;
    this.most = Math.max(2, perSecond);
    this.nanos = nanos;
    this.room = most;
    this.filledAt = nanos.getAsLong();
  }

  /** Returns when one more message may go. */
  public void await(boolean personal) throws InterruptedException {
    for (long wait = take(personal); wait > 0; wait = take(personal)) {
      TimeUnit.NANOSECONDS.sleep(wait);
    }
  }

  /** 0 where room was taken, else after how many nanoseconds to ask again. */
  synchronized long take(boolean personal) {
    if (perSecond == 0) {
      return 0;
    }
    long now = nanos.getAsLong();
    room = Math.min(most, room + perSecond * (now - filledAt) / TimeUnit.SECONDS.toNanos(1));
    filledAt = now;
    double needed = personal ? 1 : 1 + most * RESERVED;
    if (room >= needed) {
      room--;
      return 0;
    }
    return 1 + (long) ((needed - room) / perSecond * TimeUnit.SECONDS.toNanos(1));
  }
}
