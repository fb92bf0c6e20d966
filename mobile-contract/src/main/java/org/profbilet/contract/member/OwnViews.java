package org.profbilet.contract.member;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param lines newest first, at most 200
 */
@Serdeable
public record OwnViews(List<Line> lines) {

  public OwnViews {
    lines = List.copyOf(lines);
  }

  /**
   * @param basis OFFICE (chair or officer of the own primary), DELEGATION (the primary gave its
   *     work to this organisation) or REASON (an open list)
   * @param reason in the viewer's words; only where that is the basis
   * @param times how often on that day
   */
  @Serdeable
  public record Line(
      LocalDate day,
      String basis,
      String viewer,
      String organisation,
      @Nullable String reason,
      int times,
      Instant lastAt) {
    @Override
    public String toString() {
      return "Line[" + day + "]";
    }
  }
}
