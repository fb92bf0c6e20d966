package org.profbilet.cards;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.profbilet.access.Acting;
import org.profbilet.access.RowScope;

/** Shows the chair every card of the primary, by surname. */
@Singleton
public class ListCards {

  private final RowScope rowScope;
  private final CardReader reader;

  ListCards(RowScope rowScope, CardReader reader) {
    this.rowScope = rowScope;
    this.reader = reader;
  }

  @Transactional
  public List<CardSummary> list(Acting acting) {
    rowScope.primary(acting.organisationId());
    return reader.listOfPrimary(acting.organisationId());
  }
}
