package org.profbilet.cards;

import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.cards.CardOutcome.Done;
import org.profbilet.cards.CardOutcome.Reason;
import org.profbilet.cards.CardOutcome.Refused;

/**
 * The chair reports a card lost, issued or still in her drawer; a new one may be ordered at once.
 */
@Singleton
public class ReportLost {

  private final RowScope rowScope;
  private final CardRepository cards;
  private final CardMoves moves;
  private final Audit audit;
  private final ApplicationEventPublisher<CardLost> facts;
  private final Clock clock;

  ReportLost(
      RowScope rowScope,
      CardRepository cards,
      CardMoves moves,
      Audit audit,
      ApplicationEventPublisher<CardLost> facts,
      Clock clock) {
    this.rowScope = rowScope;
    this.cards = cards;
    this.moves = moves;
    this.audit = audit;
    this.facts = facts;
    this.clock = clock;
  }

  @Transactional
  public CardOutcome reportLost(Acting acting, UUID cardId) {
    CardMove.LOSE.requireLevelOf(acting);
    rowScope.primary(acting.organisationId());
    return cards.lockOfPrimary(acting.organisationId(), cardId.toString()).stream()
        .findFirst()
        .map(card -> lose(acting, card))
        .orElseGet(() -> new Refused(Reason.UNKNOWN_CARD));
  }

  private CardOutcome lose(Acting acting, CardToMove card) {
    Optional<CardMove> move = moveFrom(card.status());
    if (move.isEmpty()) {
      return new Refused(card.status().isLive() ? Reason.NOT_DELIVERED : Reason.CARD_ENDED);
    }
    moves.move(move.get(), List.of(card), acting);
    audit.record(acting.accountId(), acting.organisationId(), "CARD_LOST", card.id(), Map.of());
    facts.publishEvent(new CardLost(card.id(), card.personId(), card.primaryId(), clock.instant()));
    return new Done(List.of(card.id()));
  }

  private static Optional<CardMove> moveFrom(CardStatus status) {
    return List.of(CardMove.LOSE, CardMove.LOSE_BEFORE_ISSUE).stream()
        .filter(move -> move.from() == status)
        .findFirst();
  }
}
