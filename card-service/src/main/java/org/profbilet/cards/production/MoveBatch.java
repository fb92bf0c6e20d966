package org.profbilet.cards.production;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.cards.BatchState;
import org.profbilet.cards.LockOrder;
import org.profbilet.cards.production.BatchOutcome.Done;
import org.profbilet.cards.production.BatchOutcome.Reason;
import org.profbilet.cards.production.BatchOutcome.Refused;
import org.profbilet.organisations.Level;

/** What all steps of a batch have in common: its cards are counted and go with it. */
@Singleton
class MoveBatch {

  private final RowScope rowScope;
  private final BatchRepository batches;
  private final BatchedOrders orders;
  private final CountCards countCards;

  MoveBatch(
      RowScope rowScope, BatchRepository batches, BatchedOrders orders, CountCards countCards) {
    this.rowScope = rowScope;
    this.batches = batches;
    this.orders = orders;
    this.countCards = countCards;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  BatchOutcome to(BatchState next, Acting acting, UUID batchId, HopCount count) {
    next.move().requireLevelOf(acting);
    Batch batch =
        batches.lock(batchId).filter(locked -> isOf(acting, locked)).orElseThrow(NotYours::new);
    if (batch.state() != next.before()) {
      return new Refused(Reason.WRONG_STEP);
    }
    List<UUID> orderIds = orders.listIdsOfBatch(batchId);
    rowScope.orders(orderIds);
    Optional<HopCount.Problem> problem =
        countCards.count(acting, batchId, null, orderIds, next.move(), next.shortage(), count);
    if (problem.isPresent()) {
      return new Refused(reason(problem.get()));
    }
    LockOrder.requireOne(batches.mark(batchId, batch.state(), next, batch.version()));
    return new Done(batches.findById(batchId).orElseThrow());
  }

  private static Reason reason(HopCount.Problem problem) {
    return switch (problem) {
      case COPY_UNKNOWN -> Reason.COPY_UNKNOWN;
      case COUNT_DIFFERS -> Reason.COUNT_DIFFERS;
    };
  }

  private static boolean isOf(Acting acting, Batch batch) {
    return acting.level() == Level.CENTRAL || batch.regionId().equals(acting.organisationId());
  }
}
