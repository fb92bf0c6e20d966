package org.profbilet.notifications.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * When to try again: full jitter, so that members who failed together do not come back together.
 * The number of tries has no limit; the expiry of the delivery ends them.
 */
@Singleton
class Backoff {

  static final Duration BASE = Duration.ofSeconds(2);
  static final Duration LONGEST_URGENT = Duration.ofMinutes(15);
  static final Duration LONGEST = Duration.ofHours(1);

  private final LongUnaryOperator below;
  private final Clock clock;

  @Inject
  Backoff(Clock clock) {
    this(bound -> ThreadLocalRandom.current().nextLong(bound), clock);
  }

  Backoff(LongUnaryOperator below, Clock clock) {
    this.below = below;
    this.clock = clock;
  }

  /** What the provider asked for wins over our own figure where it is later. */
  Instant next(Claimed delivery, @Nullable Instant notBefore) {
    Instant own = clock.instant().plus(wait(delivery.priority(), delivery.attempts()));
    return notBefore != null && notBefore.isAfter(own) ? notBefore : own;
  }

  private Duration wait(Priority priority, int attempts) {
    Duration longest = priority == Priority.TRANSACTIONAL ? LONGEST_URGENT : LONGEST;
    long grown = BASE.toMillis() << Math.min(attempts, 20);
    return Duration.ofMillis(1 + below.applyAsLong(Math.min(grown, longest.toMillis())));
  }
}
