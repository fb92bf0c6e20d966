package org.profbilet.cards;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Acting;
import org.profbilet.requests.IdList;

/** The one writer of a card's status and of its history. */
@Singleton
public class CardMoves {

  private final CardRepository repository;
  private final Clock clock;

  CardMoves(CardRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  /** Locks the cards of these orders that can make this move now. */
  public List<CardToMove> lock(CardMove move, Collection<UUID> orderIds) {
    return repository.lockOfOrders(IdList.of(orderIds), from(move));
  }

  /** Moves locked cards; all of them, or none. */
  public void move(CardMove move, List<CardToMove> cards, Acting acting) {
    move(move, cards, acting, null, null);
  }

  /**
   * @param acting null where the register moves by itself
   */
  void move(
      CardMove move,
      List<CardToMove> cards,
      @Nullable Acting acting,
      @Nullable String reason,
      @Nullable LocalDate issuedOn) {
    if (cards.isEmpty()) {
      return;
    }
    List<UUID> ids = cards.stream().map(CardToMove::id).toList();
    String versions =
        cards.stream()
            .map(card -> Integer.toString(card.version()))
            .collect(Collectors.joining(","));
    require(repository.move(IdList.of(ids), versions, from(move), move.to(), issuedOn), ids.size());
    record(move, ids, acting, reason);
  }

  /** Writes the step of cards that have just been moved or made. */
  void record(CardMove move, List<UUID> cardIds, @Nullable Acting acting, @Nullable String reason) {
    List<UUID> stepIds = cardIds.stream().map(card -> UuidCreator.getTimeOrderedEpoch()).toList();
    int written =
        repository.insertSteps(
            IdList.of(stepIds),
            IdList.of(cardIds),
            clock.instant(),
            move.from(),
            move.to(),
            reason,
            acting == null ? null : acting.accountId(),
            acting == null ? null : acting.organisationId());
    require(written, cardIds.size());
  }

  private static CardStatus from(CardMove move) {
    CardStatus from = move.from();
    if (from == null) {
      throw new IllegalArgumentException(move + " makes cards, it does not move them");
    }
    return from;
  }

  private static void require(int changed, int wanted) {
    if (changed != wanted) {
      throw new IllegalStateException("changed " + changed + " cards instead of " + wanted);
    }
  }
}
