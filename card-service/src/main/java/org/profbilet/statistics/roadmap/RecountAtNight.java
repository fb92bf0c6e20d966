package org.profbilet.statistics.roadmap;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Counts the whole Union while it sleeps, so that its upper levels read sums and wait for none. */
@Singleton
class RecountAtNight {

  private static final ZoneId UNION_DAY = ZoneId.of("Europe/Moscow");

  private final RoadMapRepository repository;
  private final Clock clock;

  RecountAtNight(RoadMapRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  @Scheduled(cron = "0 40 2 * * *", zoneId = "Europe/Moscow")
  @Transactional
  void recount() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), UNION_DAY);
    repository.findTop().ifPresent(central -> repository.recount(central, clock.instant(), today));
  }
}
