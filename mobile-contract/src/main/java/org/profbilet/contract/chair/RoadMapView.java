package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The seven steps of a primary, computed from what is recorded.
 *
 * @param word ALL, CLOSE, WEAK, NONE or UNKNOWN (an open list)
 * @param lastMovementOn when somebody was last put on record or taken off
 */
@Serdeable
public record RoadMapView(
    Instant countedAt, String word, @Nullable LocalDate lastMovementOn, List<RoadStep> steps) {

  public RoadMapView {
    steps = List.copyOf(steps);
  }

  /**
   * @param code ACCESS, TRAINING, PASSPORT, MEMBERS, CONSENTS, ORDERS or ISSUE (an open list)
   * @param count how many are done; of PASSPORT how many fields are missing
   * @param of how many there are, or null where there is no such number
   */
  @Serdeable
  public record RoadStep(
      String code,
      boolean done,
      int count,
      @Nullable Integer of,
      @Nullable LocalDate dueOn,
      boolean overdue) {}
}
