package org.profbilet.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Terms of law run by the day of Moscow. */
final class Days {

  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

  private Days() {}

  static LocalDate of(Instant moment) {
    return LocalDate.ofInstant(moment, MOSCOW);
  }

  static String day(Instant moment) {
    return DAY.format(moment.atZone(MOSCOW));
  }

  /** With the zone named: the paper may be read in Chita. */
  static String moment(Instant moment) {
    return MOMENT.format(moment.atZone(MOSCOW)) + " (Москва)";
  }
}
