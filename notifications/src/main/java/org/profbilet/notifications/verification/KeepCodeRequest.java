package org.profbilet.notifications.verification;

import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.profbilet.credentials.ActivationCodeAsked;

/** Keeps the wish for a code, in the transaction in which it was uttered. */
@Singleton
class KeepCodeRequest {

  /** As long as the activation itself lives. */
  private static final Duration LIFE = Duration.ofMinutes(30);

  private final CodeRequestRepository requests;
  private final Clock clock;

  KeepCodeRequest(CodeRequestRepository requests, Clock clock) {
    this.requests = requests;
    this.clock = clock;
  }

  @EventListener
  void keep(ActivationCodeAsked fact) {
    Instant now = clock.instant();
    requests.add(fact.activationId(), fact.personId(), now, now.plus(LIFE));
  }
}
