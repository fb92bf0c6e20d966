package org.profbilet.access;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.profbilet.audit.ViewLine;
import org.profbilet.audit.Views;

/** Shows a member who opened her record. */
@Singleton
public class WhoSawMe {

  private final RowScope rowScope;
  private final Views views;

  WhoSawMe(RowScope rowScope, Views views) {
    this.rowScope = rowScope;
    this.views = views;
  }

  @Transactional
  public List<ViewLine> list(UUID personId) {
    rowScope.person(personId);
    return views.listOf(personId);
  }
}
