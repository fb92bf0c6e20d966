package org.profbilet.statistics;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.access.Right;
import org.profbilet.access.RowScope;
import org.profbilet.organisations.Organisation;
import org.profbilet.organisations.Organisations;
import org.profbilet.statistics.DeskOverview.Kind;
import org.profbilet.statistics.DeskOverview.Task;

/** Counts what waits for the chair of a primary. */
@Singleton
public class ShowDesk {

  private final Access access;
  private final RowScope scope;
  private final Organisations organisations;
  private final DeskRepository desk;

  ShowDesk(Access access, RowScope scope, Organisations organisations, DeskRepository desk) {
    this.access = access;
    this.scope = scope;
    this.organisations = organisations;
    this.desk = desk;
  }

  @Transactional
  public DeskOverview show(UUID accountId, UUID primaryId) {
    access.allow(accountId, primaryId, Right.KEEP_MEMBERS);
    scope.primary(primaryId);
    Organisation primary = organisations.get(primaryId);
    DeskCounts counts = desk.count(primaryId);
    return new DeskOverview(
        primary, organisations.getParentOf(primary), counts.people(), toDo(counts));
  }

  private static List<Task> toDo(DeskCounts counts) {
    List<Task> toDo = new ArrayList<>();
    if (counts.people() == 0) {
      toDo.add(new Task(Kind.LOAD_LIST, 0));
    }
    add(toDo, Kind.ERASE_DATA, counts.erasable());
    add(toDo, Kind.ANSWER_REQUESTS, counts.claims());
    add(toDo, Kind.TAKE_OVER, counts.stranded());
    add(toDo, Kind.ANSWER_CORRECTIONS, counts.corrections());
    add(toDo, Kind.ORDER_RETURNED, counts.returned());
    add(toDo, Kind.RECORD_CONSENTS, counts.undecided());
    add(toDo, Kind.ORDER_CARDS, counts.orderable());
    add(toDo, Kind.ISSUE_CARDS, counts.issuable());
    return List.copyOf(toDo);
  }

  private static void add(List<Task> toDo, Kind kind, int count) {
    if (count > 0) {
      toDo.add(new Task(kind, count));
    }
  }
}
