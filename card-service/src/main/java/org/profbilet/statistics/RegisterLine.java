package org.profbilet.statistics;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who was on record on a day, and as what.
 *
 * @param lastName null where she is in another primary today: names are visible in one at a time
 * @param roles codes, parted by commas
 * @param consent the state of the consent to processing on that day, or null where there was none
 */
@Introspected
public record RegisterLine(
    UUID personId,
    @Nullable String lastName,
    @Nullable String firstName,
    @Nullable String middleName,
    String kind,
    String category,
    @Nullable String unit,
    @Nullable String position,
    String roles,
    @Nullable LocalDate suspendedUntil,
    @Nullable String consent) {

  @Override
  public String toString() {
    return "RegisterLine[" + personId + "]";
  }
}
