package org.profbilet.consents;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Looks every hour, a thousand consents a transaction: nobody waits long for one of the rows. */
@Singleton
class LapseReplacedJob {

  private static final int AT_ONCE = 1_000;

  private final LapseReplaced lapseReplaced;

  LapseReplacedJob(LapseReplaced lapseReplaced) {
    this.lapseReplaced = lapseReplaced;
  }

  @Scheduled(fixedDelay = "1h", initialDelay = "1m")
  void run() {
    int lapsed;
    do {
      lapsed = lapseReplaced.lapse(AT_ONCE);
    } while (lapsed == AT_ONCE);
  }
}
