package org.profbilet.cards.production;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.RowScope;
import org.profbilet.cards.BatchState;
import org.profbilet.cards.CardMove;
import org.profbilet.cards.CardOrder;
import org.profbilet.cards.LockOrder;
import org.profbilet.cards.OrderOutcome;
import org.profbilet.cards.OrderOutcome.Reason;
import org.profbilet.cards.OrderOutcome.Refused;
import org.profbilet.cards.OrderState;

/** The organisation above the primary hands over the cards of an order that the region received. */
@Singleton
public class HandOverOrder {

  private final RowScope rowScope;
  private final LockOrder lockOrder;
  private final BatchedOrders orders;
  private final BatchRepository batches;
  private final CountCards countCards;
  private final Clock clock;

  HandOverOrder(
      RowScope rowScope,
      LockOrder lockOrder,
      BatchedOrders orders,
      BatchRepository batches,
      CountCards countCards,
      Clock clock) {
    this.rowScope = rowScope;
    this.lockOrder = lockOrder;
    this.orders = orders;
    this.batches = batches;
    this.countCards = countCards;
    this.clock = clock;
  }

  @Transactional
  public OrderOutcome handOver(Acting acting, UUID orderId, HopCount count) {
    CardOrder order = lockOrder.ofPayer(acting, orderId, CardMove.HAND_OVER);
    if (order.state() == OrderState.FULFILLED) {
      return new Refused(Reason.ALREADY_HANDED_OVER);
    }
    UUID batchId = order.batchId();
    if (order.state() != OrderState.APPROVED || batchId == null || !isReceived(batchId)) {
      return new Refused(Reason.NOT_RECEIVED);
    }
    rowScope.orders(List.of(orderId));
    Optional<HopCount.Problem> problem =
        countCards.count(
            acting,
            batchId,
            orderId,
            List.of(orderId),
            CardMove.HAND_OVER,
            CardMove.MISS_AT_HAND_OVER,
            count);
    if (problem.isPresent()) {
      return new Refused(reason(problem.get()));
    }
    LockOrder.requireOne(orders.markFulfilled(orderId, clock.instant(), order.version()));
    closeWhenEmpty(batchId);
    return new OrderOutcome.Done(lockOrder.again(orderId));
  }

  private static Reason reason(HopCount.Problem problem) {
    return switch (problem) {
      case COPY_UNKNOWN -> Reason.COPY_UNKNOWN;
      case COUNT_DIFFERS -> Reason.COUNT_DIFFERS;
    };
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
