package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the primaries within an organisation are.
 *
 * @param entered members on record
 * @param declared the sum of declared numbers; primaries that declared none are not in it
 * @param undeclared how many declared none
 * @param word ALL (every primary entered all it declared), CLOSE (90 % and more), WEAK, NONE, or
 *     UNKNOWN where nobody declared a number (an open list)
 * @param stepsDone seven numbers: how many primaries have done each step
 * @param stale nobody was put on record or taken off for 90 days
 * @param countedAt the oldest count in the sum; null where nothing was counted yet
 */
@Serdeable
public record TerritoryProgress(
    UUID id,
    String inpo,
    String level,
    String name,
    String status,
    int primaries,
    int entered,
    int declared,
    int undeclared,
    String word,
    List<Integer> stepsDone,
    Readiness computer,
    Readiness internet,
    @Nullable LocalDate lastMovementOn,
    boolean stale,
    @Nullable Instant countedAt) {

  public TerritoryProgress {
    stepsDone = List.copyOf(stepsDone);
  }

  /** Answers of primaries; no answer is neither yes nor no. */
  @Serdeable
  public record Readiness(int yes, int no, int unknown) {}
}
