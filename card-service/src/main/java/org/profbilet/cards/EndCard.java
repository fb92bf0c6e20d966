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
 * The chair ends the life of a copy, handed out or still in her drawer: lost, worn, outdated,
 * misprinted or given back. It stops at once, and a new one may be ordered.
 */
@Singleton
public class EndCard {

  private final RowScope rowScope;
  private final CardRepository cards;
  private final CardMoves moves;
  private final Audit audit;
  private final ApplicationEventPublisher<CardLost> facts;
  private final Clock clock;

  EndCard(
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
  public CardOutcome end(Acting acting, UUID cardId, CardEnd end) {
    CardMove.LOSE.requireLevelOf(acting);
    rowScope.primary(acting.organisationId());
    return cards.lockOfPrimary(acting.organisationId(), cardId.toString()).stream()
        .findFirst()
        .map(card -> end(acting, card, end))
        .orElseGet(() -> new Refused(Reason.UNKNOWN_CARD));
  }

  private CardOutcome end(Acting acting, CardToMove card, CardEnd end) {
    Optional<CardMove> move = CardMove.find(card.status(), end.status(), acting.level());
    if (move.isEmpty()) {
      return new Refused(refusal(card.status()));
    }
    moves.move(move.get(), List.of(card), acting, end.sentence(), null);
    audit.record(acting.accountId(), acting.organisationId(), "CARD_" + end, card.id(), Map.of());
    if (end == CardEnd.LOST) {
      facts.publishEvent(
          new CardLost(card.id(), card.personId(), card.primaryId(), clock.instant()));
    }
    return new Done(List.of(card.id()));
  }

  /** Only a misprint has no way from the hand: what was handed out is worn. */
  private static Reason refusal(CardStatus status) {
    if (status == CardStatus.ISSUED) {
      return Reason.ALREADY_ISSUED;
    }
    return status.isLive() ? Reason.NOT_DELIVERED : Reason.CARD_ENDED;
  }
}
