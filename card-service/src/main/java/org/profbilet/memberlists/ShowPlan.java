package org.profbilet.memberlists;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;

/** Shows a plan and, pile by pile, its rows. */
@Singleton
public class ShowPlan {

  private final RowScope rowScope;
  private final PlanStore plans;

  ShowPlan(RowScope rowScope, PlanStore plans) {
    this.rowScope = rowScope;
    this.plans = plans;
  }

  /** A plan and some of its rows. */
  public record Page(Plan plan, List<PlannedRow> rows) {
    public Page {
      rows = List.copyOf(rows);
    }
  }

  /**
   * @param pile the rows of one outcome, or null for all
   * @param after the number of the row that the page before ended with, from 0
   * @throws NotYours where this primary has no such plan
   */
  @Transactional
  public Page show(Acting acting, UUID planId, @Nullable RowOutcome pile, int after, int limit) {
    rowScope.primary(acting.organisationId());
    if (plans.find(planId, acting.organisationId()).isEmpty()) {
      throw new NotYours();
    }
    return new Page(
        plans.get(planId, acting.organisationId()), plans.listRows(planId, pile, after, limit));
  }
}
