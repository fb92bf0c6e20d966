package org.profbilet.cards;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.cards.BatchOutcome.Done;
import org.profbilet.cards.BatchOutcome.Reason;
import org.profbilet.cards.BatchOutcome.Refused;
import org.profbilet.organisations.Level;
import org.profbilet.requests.IdList;

/** What all steps of a batch have in common: its cards go with it. */
@Singleton
class MoveBatch {

  private final RowScope rowScope;
  private final BatchRepository batches;
  private final OrderRepository orders;
  private final CardRepository cards;
  private final CardMoves moves;
  private final Audit audit;

  MoveBatch(
      RowScope rowScope,
      BatchRepository batches,
      OrderRepository orders,
      CardRepository cards,
      CardMoves moves,
      Audit audit) {
    this.rowScope = rowScope;
    this.batches = batches;
    this.orders = orders;
    this.cards = cards;
    this.moves = moves;
    this.audit = audit;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  BatchOutcome to(BatchState next, Acting acting, UUID batchId) {
    next.move().requireLevelOf(acting);
    Batch batch =
        batches.lock(batchId).filter(locked -> isOf(acting, locked)).orElseThrow(NotYours::new);
    if (batch.state() != next.before()) {
      return new Refused(Reason.WRONG_STEP);
    }
    List<UUID> orderIds = orders.listIdsOfBatch(batchId);
    rowScope.orders(orderIds);
    moves.move(next.move(), cards.lockOfOrders(IdList.of(orderIds)), acting);
    LockOrder.requireOne(batches.mark(batchId, batch.state(), next, batch.version()));
    audit.record(
        acting.accountId(),
        acting.organisationId(),
        "BATCH_" + next,
        batchId,
        Map.of("cards", batch.cardCount()));
    return new Done(batches.findById(batchId).orElseThrow());
  }

  private static boolean isOf(Acting acting, Batch batch) {
    return acting.level() == Level.CENTRAL || batch.regionId().equals(acting.organisationId());
  }
}
