package org.profbilet.cards;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.cards.OrderOutcome.Reason;

/** The organisation above the primary hands over the cards of an order that the region received. */
@Singleton
public class HandOverOrder {

  private final RowScope rowScope;
  private final LockOrder lockOrder;
  private final OrderRepository orders;
  private final BatchRepository batches;
  private final CardRepository cards;
  private final CardMoves moves;
  private final Audit audit;
  private final Clock clock;

  HandOverOrder(
      RowScope rowScope,
      LockOrder lockOrder,
      OrderRepository orders,
      BatchRepository batches,
      CardRepository cards,
      CardMoves moves,
      Audit audit,
      Clock clock) {
    this.rowScope = rowScope;
    this.lockOrder = lockOrder;
    this.orders = orders;
    this.batches = batches;
    this.cards = cards;
    this.moves = moves;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public OrderOutcome handOver(Acting acting, UUID orderId) {
    CardOrder order = lockOrder.ofPayer(acting, orderId, CardMove.HAND_OVER);
    if (order.state() == OrderState.FULFILLED) {
      return new OrderOutcome.Refused(Reason.ALREADY_HANDED_OVER);
    }
    UUID batchId = order.batchId();
    if (order.state() != OrderState.APPROVED || batchId == null || !isReceived(batchId)) {
      return new OrderOutcome.Refused(Reason.NOT_RECEIVED);
    }
    rowScope.orders(List.of(orderId));
    moves.move(CardMove.HAND_OVER, cards.lockOfOrders(orderId.toString()), acting);
    LockOrder.requireOne(orders.markFulfilled(orderId, clock.instant(), order.version()));
    closeWhenEmpty(batchId);
    audit.record(
        acting.accountId(),
        acting.organisationId(),
        "ORDER_HANDED_OVER",
        orderId,
        Map.of("cards", order.cardCount()));
    return new OrderOutcome.Done(lockOrder.again(orderId));
  }

  private boolean isReceived(UUID batchId) {
    return batches.lock(batchId).orElseThrow().state() == BatchState.RECEIVED;
  }

  private void closeWhenEmpty(UUID batchId) {
    if (!orders.isAnyOpenIn(batchId)) {
      Batch batch = batches.lock(batchId).orElseThrow();
      LockOrder.requireOne(
          batches.mark(batchId, BatchState.RECEIVED, BatchState.CLOSED, batch.version()));
    }
  }
}
