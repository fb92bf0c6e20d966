package org.profbilet.cards;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.cards.CardOutcome.Done;
import org.profbilet.cards.CardOutcome.Reason;
import org.profbilet.cards.CardOutcome.Refused;
import org.profbilet.requests.IdList;

/** A slip of the hand is taken back within 15 minutes; the history keeps both steps. */
@Singleton
public class UndoIssue {

  static final Duration WINDOW = Duration.ofMinutes(15);

  private final RowScope rowScope;
  private final CardRepository cards;
  private final CardMoves moves;
  private final Audit audit;
  private final Clock clock;

  UndoIssue(RowScope rowScope, CardRepository cards, CardMoves moves, Audit audit, Clock clock) {
    this.rowScope = rowScope;
    this.cards = cards;
    this.moves = moves;
    this.audit = audit;
    this.clock = clock;
  }

  /** All of the request or none. */
  @Transactional
  public CardOutcome undo(Acting acting, Set<UUID> cardIds) {
    CardMove.UNDO_ISSUE.requireLevelOf(acting);
    rowScope.primary(acting.organisationId());
    String ids = IdList.of(cardIds);
    List<CardToMove> chosen = cards.lockOfPrimary(acting.organisationId(), ids);
    if (chosen.isEmpty() || chosen.size() != cardIds.size()) {
      return new Refused(Reason.UNKNOWN_CARD);
    }
    boolean allIssued = chosen.stream().allMatch(card -> card.status() == CardStatus.ISSUED);
    if (!allIssued || cards.countIssuedBefore(ids, clock.instant().minus(WINDOW)) > 0) {
      return new Refused(Reason.TOO_LATE_TO_UNDO);
    }
    moves.move(CardMove.UNDO_ISSUE, chosen, acting, "Отметка снята", null);
    for (CardToMove card : chosen) {
      audit.record(
          acting.accountId(), acting.organisationId(), "CARD_ISSUE_UNDONE", card.id(), Map.of());
    }
    return new Done(chosen.stream().map(CardToMove::id).toList());
  }
}
