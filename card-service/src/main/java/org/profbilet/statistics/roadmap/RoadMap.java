package org.profbilet.statistics.roadmap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The road of one primary.
 *
 * @param lastMovementOn when somebody was last put on record or taken off
 */
public record RoadMap(
    Instant countedAt, Word word, @Nullable LocalDate lastMovementOn, List<StepState> steps) {

  public RoadMap {
    steps = List.copyOf(steps);
  }

  /**
   * @param count how many are done: people, cards, logins; of the passport what is missing
   * @param of how many there are, or null where there is no such number
   * @param dueOn null where nobody above set a day
   */
  public record StepState(
      Step step,
      boolean isDone,
      int count,
      @Nullable Integer of,
      @Nullable LocalDate dueOn,
      boolean isOverdue) {}
}
