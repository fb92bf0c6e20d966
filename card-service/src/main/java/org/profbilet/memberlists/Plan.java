package org.profbilet.memberlists;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a file would do to the register of a primary.
 *
 * @param missing people on record who are not in the file; nothing is done to them
 * @param statedTotal the count that the file claims in a row «Итого»
 * @param sameFileAppliedAt when this very file, or these very people, were applied before
 * @param progress percent of an applying that is under way
 * @param undoUntil until when an applied plan can be taken back
 */
public record Plan(
    UUID id,
    Instant createdAt,
    String format,
    int rows,
    Map<RowOutcome, Integer> counts,
    int warnings,
    int missing,
    @Nullable Integer statedTotal,
    List<String> ignoredColumns,
    @Nullable Instant sameFileAppliedAt,
    @Nullable Integer progress,
    @Nullable PlanResult result,
    @Nullable Instant appliedAt,
    @Nullable Instant undoUntil,
    @Nullable UndoResult undone) {

  public Plan {
    counts = Map.copyOf(counts);
    ignoredColumns = List.copyOf(ignoredColumns);
  }

  public int count(RowOutcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }
}
