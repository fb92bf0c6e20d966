package org.profbilet.registerlists;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Deletes plans that nobody applied for 72 hours: names of chairs do not wait for ever. */
@Singleton
class ForgetPlans {

  private static final Duration KEPT = Duration.ofHours(72);

  private final PlanRepository repository;
  private final Clock clock;

  ForgetPlans(PlanRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = "1h", initialDelay = "1m")
  void forget() {
    repository.forgetUnapplied(clock.instant().minus(KEPT));
  }
}
