package org.profbilet.memberlists;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes people from plans: those who went into the register at once, those who were held back
 * after 72 hours. Repeating it changes nothing.
 */
@Singleton
public class ForgetPlans {

  private static final Logger LOG = LoggerFactory.getLogger(ForgetPlans.class);
  private static final Duration LIFE = Duration.ofHours(72);

  private final PlanRepository plans;
  private final Clock clock;

  ForgetPlans(PlanRepository plans, Clock clock) {
    this.plans = plans;
    this.clock = clock;
  }

  /**
   * @return how many rows were deleted
   */
  @Transactional
  public int forget() {
    return plans.forget(clock.instant().minus(LIFE));
  }

  /** Calls it every quarter of an hour; specifications call it themselves. */
  @Singleton
  @Requires(property = "profbilet.jobs.enabled", notEquals = "false")
  static class Job {

    private final ForgetPlans plans;

    Job(ForgetPlans plans) {
      this.plans = plans;
    }

    @Scheduled(fixedDelay = "15m", initialDelay = "1m")
    void run() {
      int rows = plans.forget();
      if (rows > 0) {
        LOG.info("{} rows of list plans were deleted", rows);
      }
    }
  }
}
