package org.profbilet.privacy;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Acting;
import org.profbilet.access.RowScope;
import org.profbilet.privacy.EraseOutcome.Reason;
import org.profbilet.privacy.ErasureRepository.Line;
import org.profbilet.privacy.ErasureRepository.Standing;

/** The chair's queue: whose data is to be destroyed by when, and the acts of what was. */
@Singleton
public class ListErasures {

  private final RowScope rowScope;
  private final ErasureRepository erasures;
  private final Clock clock;

  ListErasures(RowScope rowScope, ErasureRepository erasures, Clock clock) {
    this.rowScope = rowScope;
    this.erasures = erasures;
    this.clock = clock;
  }

  /**
   * @param name surname first; null when it is done
   * @param waitsFor what has to be done before; null where nothing
   */
  public record Item(
      UUID id,
      int number,
      UUID personId,
      @Nullable String name,
      Instant withdrawnAt,
      LocalDate dueOn,
      boolean overdue,
      boolean done,
      @Nullable Instant doneAt,
      @Nullable Reason waitsFor) {

    @Override
    public String toString() {
      return "Item[" + id + "]";
    }
  }

  @Transactional
  public List<Item> list(Acting acting) {
    rowScope.primary(acting.organisationId());
    LocalDate today = Days.of(clock.instant());
    return erasures.list(acting.organisationId()).stream().map(line -> item(line, today)).toList();
  }

  private Item item(Line line, LocalDate today) {
    boolean done = line.state() == Erasure.State.DONE;
    return new Item(
        line.id(),
        line.number(),
        line.personId(),
        name(line),
        line.withdrawnAt(),
        line.dueOn(),
        !done && line.dueOn().isBefore(today),
        done,
        line.doneAt(),
        done ? null : waitsFor(erasures.standingOf(line.personId(), today)));
  }

  private static @Nullable Reason waitsFor(Standing standing) {
    if (standing.onRecord()) {
      return Reason.STILL_ON_RECORD;
    }
    return standing.cardUnderWay() ? Reason.CARD_UNDER_WAY : null;
  }

  private static @Nullable String name(Line line) {
    if (line.lastName() == null) {
      return null;
    }
    String name = line.lastName() + " " + line.firstName();
    return line.middleName() == null ? name : name + " " + line.middleName();
  }
}
