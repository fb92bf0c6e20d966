package org.profbilet.api.limits;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Token buckets of this process. They live in memory: a restart fills them, two servers have their
 * own each, and where more addresses come than are kept, the one that was silent longest is
 * forgotten. Each of these errs for the caller: a limit slows down who hammers, and is no lock.
 */
@Singleton
class Buckets {

  /** About 10 MB when all are taken. */
  static final int MOST = 50_000;

  private final Clock clock;
  private final Map<Key, Instant> fullAt =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Instant> eldest) {
          return size() > MOST;
        }
      };

  Buckets(Clock clock) {
    this.clock = clock;
  }

  private record Key(Limit limit, String address) {}

  /**
   * Takes a token. What is kept is the moment at which the bucket will be full again.
   *
   * @return how long to wait for one; zero where it was taken
   */
  synchronized Duration take(Limit limit, String address) {
    Instant now = clock.instant();
    Key key = new Key(limit, address);
    Instant full = fullAt.getOrDefault(key, now);
    Instant next = (full.isBefore(now) ? now : full).plus(limit.pause());
    Duration missing = Duration.between(now.plus(limit.pause().multipliedBy(limit.atOnce())), next);
    if (missing.isNegative() || missing.isZero()) {
      fullAt.put(key, next);
      return Duration.ZERO;
    }
    return missing;
  }

  synchronized int size() {
    return fullAt.size();
  }
}
