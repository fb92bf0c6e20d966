package org.profbilet.cards;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;

/** Shows the chair one card and every step of its way. */
@Singleton
public class ShowCard {

  private final RowScope rowScope;
  private final CardReader reader;

  ShowCard(RowScope rowScope, CardReader reader) {
    this.rowScope = rowScope;
    this.reader = reader;
  }

  /**
   * @throws NotYours where the primary has no such card
   */
  @Transactional
  public CardHistory show(Acting acting, UUID cardId) {
    rowScope.primary(acting.organisationId());
    CardSummary card =
        reader.findOfPrimary(acting.organisationId(), cardId).orElseThrow(NotYours::new);
    return new CardHistory(card, reader.listSteps(cardId));
  }
}
