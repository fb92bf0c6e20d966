package org.profbilet.notifications.channels;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Closes a whole route for a while: a provider that throttles, refuses our log-in or is away says
 * so once and not once for every waiting member.
 */
public final class RoutePause {

  private record Closed(Instant until, String reason) {}

  private final AtomicReference<@Nullable Closed> closed = new AtomicReference<>();
  private final Clock clock;

  public RoutePause(Clock clock) {
    this.clock = clock;
  }

  public Instant close(Duration length, String reason) {
    return close(clock.instant().plus(length), reason);
  }

  public Instant close(Instant until, String reason) {
    closed.set(new Closed(until, reason));
    return until;
  }

  public Readiness readiness() {
    Closed now = closed.get();
    if (now == null || !clock.instant().isBefore(now.until())) {
      return Readiness.READY;
    }
    return new Readiness.Paused(now.reason());
  }
}
