package org.profbilet.credentials;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day of Moscow, by which memberships begin and end. */
final class Days {

  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  private Days() {}

  static LocalDate today(Clock clock) {
    return LocalDate.now(clock.withZone(MOSCOW));
  }
}
