package org.profbilet.cards.production;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.cards.CardMove;
import org.profbilet.cards.CardMoves;
import org.profbilet.cards.CardOrder;
import org.profbilet.cards.CardToMove;
import org.profbilet.cards.production.BatchOutcome.Done;
import org.profbilet.cards.production.BatchOutcome.Reason;
import org.profbilet.cards.production.BatchOutcome.Refused;
import org.profbilet.organisations.Level;
import org.profbilet.organisations.Organisations;
import org.profbilet.requests.IdList;
import org.profbilet.requests.RequestHash;

/** The central office puts all approved orders of a region into one batch. */
@Singleton
public class TakeIntoProduction {

  private final RowScope rowScope;
  private final Organisations organisations;
  private final BatchedOrders orders;
  private final BatchRepository batches;
  private final CardMoves moves;
  private final Audit audit;
  private final Clock clock;

  TakeIntoProduction(
      RowScope rowScope,
      Organisations organisations,
      BatchedOrders orders,
      BatchRepository batches,
      CardMoves moves,
      Audit audit,
      Clock clock) {
    this.rowScope = rowScope;
    this.organisations = organisations;
    this.orders = orders;
    this.batches = batches;
    this.moves = moves;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param batchId the idempotency key, which becomes the id of the batch
   */
  @Transactional
  public BatchOutcome take(Acting acting, UUID batchId, UUID regionId) {
    CardMove.TAKE_INTO_PRODUCTION.requireLevelOf(acting);
    if (!isRegion(regionId)) {
      throw new NotYours();
    }
    String hash = RequestHash.of(regionId);
    Optional<Batch> earlier = batches.findById(batchId);
    if (earlier.isPresent()) {
      return answerAgain(earlier.get(), hash);
    }
    List<CardOrder> approved = orders.lockApproved(regionId);
    if (approved.isEmpty()) {
      return batches
          .findById(batchId)
          .map(batch -> answerAgain(batch, hash))
          .orElseGet(() -> new Refused(Reason.NOTHING_APPROVED));
    }
    return make(acting, batchId, regionId, hash, approved);
  }

  private BatchOutcome make(
      Acting acting, UUID batchId, UUID regionId, String hash, List<CardOrder> approved) {
    List<UUID> orderIds = approved.stream().map(CardOrder::id).toList();
    rowScope.orders(orderIds);
    List<CardToMove> chosen = moves.lock(CardMove.TAKE_INTO_PRODUCTION, orderIds);
    if (chosen.isEmpty()) {
      return new Refused(Reason.NOTHING_APPROVED);
    }
    int count = chosen.size();
    if (batches.insert(batchId, regionId, count, hash, acting.accountId(), clock.instant()) != 1) {
      return new Refused(Reason.KEY_OF_ANOTHER_REQUEST);
    }
    if (orders.putIntoBatch(IdList.of(orderIds), batchId) != orderIds.size()) {
      throw new IllegalStateException("an order left while it was locked");
    }
    moves.move(CardMove.TAKE_INTO_PRODUCTION, chosen, acting);
    audit.record(
        acting.accountId(),
        acting.organisationId(),
        "BATCH_TAKEN_INTO_PRODUCTION",
        batchId,
        Map.of("orders", orderIds.size(), "cards", count));
    return new Done(batches.findById(batchId).orElseThrow());
  }

  private boolean isRegion(UUID id) {
    return organisations
        .find(id)
        .filter(organisation -> organisation.level() == Level.REGIONAL)
        .isPresent();
  }

  private static BatchOutcome answerAgain(Batch batch, String hash) {
    return batch.requestHash().equals(hash)
        ? new Done(batch)
        : new Refused(Reason.KEY_OF_ANOTHER_REQUEST);
  }
}
