package org.profbilet.audit;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody looked at a member's record on a day.
 *
 * @param times how often on that day
 */
@Introspected
public record ViewLine(
    LocalDate day,
    Views.Basis basis,
    String viewerName,
    String organisationName,
    @Nullable String reason,
    int times,
    Instant lastAt) {
  @Override
  public String toString() {
    return "ViewLine[" + day + "]";
  }
}
