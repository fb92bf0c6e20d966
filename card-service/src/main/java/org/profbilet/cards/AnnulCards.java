package org.profbilet.cards;

import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.members.MembershipEnded;

/**
 * Who leaves the Union has no card from that very moment; who only changes the primary keeps hers.
 * A card on its way goes on being counted at every hop, and cannot be handed out.
 */
@Singleton
class AnnulCards {

  private static final List<CardMove> MOVES =
      List.of(CardMove.ANNUL_ORDERED, CardMove.ANNUL_BEFORE_ISSUE, CardMove.ANNUL);

  private final RowScope rowScope;
  private final CardRepository cards;
  private final CardMoves moves;
  private final Audit audit;

  AnnulCards(RowScope rowScope, CardRepository cards, CardMoves moves, Audit audit) {
    this.rowScope = rowScope;
    this.cards = cards;
    this.moves = moves;
    this.audit = audit;
  }

  @EventListener
  @Transactional(Transactional.TxType.MANDATORY)
  void ofFormerMember(MembershipEnded ended) {
    rowScope.primary(ended.primaryId());
    if (cards.isTransferred(ended.personId(), ended.primaryId(), ended.endedOn())) {
      return;
    }
    String froms =
        MOVES.stream().map(move -> String.valueOf(move.from())).collect(Collectors.joining(","));
    for (CardToMove card :
        cards.lockOfPersons(ended.primaryId(), ended.personId().toString(), froms)) {
      CardMove move = CardMove.find(card.status(), CardStatus.ANNULLED, null).orElseThrow();
      moves.move(move, List.of(card), null, "Учёт прекращён", null);
      audit.record(null, ended.primaryId(), "CARD_ANNULLED", card.id(), Map.of());
    }
  }
}
