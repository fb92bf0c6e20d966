package org.profbilet.statistics.roadmap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.organisations.Level;
import org.profbilet.organisations.Status;

/**
 * How far the primaries within an organisation are, summed.
 *
 * @param primaries open ones
 * @param declared the sum of what they declared
 * @param undeclared how many declared nothing: the sum is silent about them
 * @param stepsDone for each of the seven steps, how many primaries have done it
 * @param lastMovementOn when anybody was last put on record or taken off
 * @param isStale nobody moved for 90 days although members are on record
 * @param countedAt the oldest count in the sum, or null where nothing was counted yet
 */
public record Territory(
    UUID id,
    String inpo,
    Level level,
    String name,
    Status status,
    int primaries,
    int entered,
    int declared,
    int undeclared,
    Word word,
    List<Integer> stepsDone,
    Readiness computer,
    Readiness internet,
    @Nullable LocalDate lastMovementOn,
    boolean isStale,
    @Nullable Instant countedAt) {

  private static final int STALE_AFTER_DAYS = 90;

  public Territory {
    stepsDone = List.copyOf(stepsDone);
  }

  /** Answers of primaries; whoever did not answer is neither yes nor no. */
  public record Readiness(int yes, int no, int unknown) {}

  static Territory of(TerritoryRow row, LocalDate today) {
    LocalDate last = row.lastMovementOn();
    return new Territory(
        row.id(),
        row.inpo(),
        row.level(),
        row.name(),
        row.status(),
        row.primaries(),
        row.entered(),
        row.declared(),
        row.undeclared(),
        Word.of(
            row.primaries(), row.members(), row.entered(), row.enteredOfDeclared(), row.declared()),
        List.of(
            row.access(),
            row.training(),
            row.passport(),
            row.members(),
            row.consents(),
            row.orders(),
            row.issue()),
        readiness(row, row.computerYes(), row.computerNo()),
        readiness(row, row.internetYes(), row.internetNo()),
        last,
        row.entered() > 0 && (last == null || last.isBefore(today.minusDays(STALE_AFTER_DAYS))),
        row.countedAt());
  }

  private static Readiness readiness(TerritoryRow row, int yes, int no) {
    return new Readiness(yes, no, row.primaries() - yes - no);
  }
}
