package org.profbilet.cards;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day of law: the day of Moscow. */
@Singleton
public class Today {

  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  private final Clock clock;

  Today(Clock clock) {
    this.clock = clock;
  }

  public LocalDate date() {
    return LocalDate.now(clock.withZone(MOSCOW));
  }
}
