package org.profbilet.memberlists;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.profbilet.access.Acting;
import org.profbilet.access.RowScope;

/** Shows what a primary has loaded lately, what waits, and what can still be taken back. */
@Singleton
public class ShowLoads {

  private static final int SHOWN = 10;

  private final RowScope rowScope;
  private final PlanStore plans;

  ShowLoads(RowScope rowScope, PlanStore plans) {
    this.rowScope = rowScope;
    this.plans = plans;
  }

  @Transactional
  public List<Plan> list(Acting acting) {
    rowScope.primary(acting.organisationId());
    return plans.listNewest(acting.organisationId(), SHOWN);
  }
}
