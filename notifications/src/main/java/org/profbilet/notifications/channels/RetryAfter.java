package org.profbilet.notifications.channels;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The header of RFC 9110 10.2.3: seconds or a date; nonsense counts as absent. */
public final class RetryAfter {

  private static final Duration LONGEST = Duration.ofHours(24);

  private RetryAfter() {}

  public static Optional<Instant> read(@Nullable String header, Instant now) {
    if (header == null || header.isBlank()) {
      return Optional.empty();
    }
    return parse(header.strip(), now)
        .map(at -> at.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : at);
  }

  private static Optional<Instant> parse(String header, Instant now) {
    if (header.matches("\\d{1,9}")) {
      return Optional.of(now.plusSeconds(Long.parseLong(header)));
    }
    try {
      return Optional.of(
          ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
