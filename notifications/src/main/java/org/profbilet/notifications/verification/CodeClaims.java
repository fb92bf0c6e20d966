package org.profbilet.notifications.verification;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Takes waiting requests under a lease. */
@Singleton
class CodeClaims {

  static final Duration LEASE = Duration.ofMinutes(2);
  private static final int AT_ONCE = 4;

  private final CodeRequestRepository requests;
  private final Clock clock;

  CodeClaims(CodeRequestRepository requests, Clock clock) {
    this.requests = requests;
    this.clock = clock;
  }

  /** Gives up what was not sent in its time, or whose sender died at the last try. */
  @Transactional
  public void endOverdue() {
    requests.end(clock.instant());
  }

  @Transactional
  public List<CodeRequest> claim(UUID owner) {
    Instant now = clock.instant();
    return requests.claim(now, owner, now.plus(LEASE), AT_ONCE);
  }
}
