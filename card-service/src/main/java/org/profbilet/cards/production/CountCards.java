package org.profbilet.cards.production;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Acting;
import org.profbilet.audit.Audit;
import org.profbilet.cards.CardMove;
import org.profbilet.cards.CardMoves;
import org.profbilet.cards.CardToMove;

/** One hop of cards: what is there goes on, what is missing ends here, and both are counted. */
@Singleton
class CountCards {

  private final CardMoves moves;
  private final HopRepository hops;
  private final Audit audit;
  private final Clock clock;

  CountCards(CardMoves moves, HopRepository hops, Audit audit, Clock clock) {
    this.moves = moves;
    this.hops = hops;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param orderId null for a hop of the whole batch
   * @param orderIds whose cards are counted
   * @param shortage the move of a card that is missing
   * @return why nothing was done, or nothing where all is done
   */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<HopCount.Problem> count(
      Acting acting,
      UUID batchId,
      @Nullable UUID orderId,
      List<UUID> orderIds,
      CardMove move,
      CardMove shortage,
      HopCount count) {
    List<CardToMove> expected = moves.lock(move, orderIds);
    Optional<HopCount.Problem> problem = count.problem(expected);
    if (problem.isPresent()) {
      return problem;
    }
    List<CardToMove> here = count.here(expected);
    moves.move(move, here, acting);
    moves.move(shortage, count.notHere(expected), acting);
    hops.insert(
        UuidCreator.getTimeOrderedEpoch(),
        batchId,
        orderId,
        move.to().name(),
        expected.size(),
        here.size(),
        count.missing().size(),
        count.reference(),
        clock.instant(),
        acting.accountId(),
        acting.organisationId());
    audit.record(
        acting.accountId(),
        acting.organisationId(),
        "CARDS_" + move.to(),
        orderId == null ? batchId : orderId,
        Map.of("cards", here.size(), "missing", count.missing().size()));
    return Optional.empty();
  }
}
