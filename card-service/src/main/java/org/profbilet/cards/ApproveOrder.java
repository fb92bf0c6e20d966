package org.profbilet.cards;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.audit.Audit;

/** The organisation above the primary agrees to an order and to pay it; it sees no name. */
@Singleton
public class ApproveOrder {

  private final LockOrder lockOrder;
  private final OrderRepository orders;
  private final Audit audit;

  ApproveOrder(LockOrder lockOrder, OrderRepository orders, Audit audit) {
    this.lockOrder = lockOrder;
    this.orders = orders;
    this.audit = audit;
  }

  @Transactional
  public OrderOutcome approve(Acting acting, UUID orderId) {
    CardOrder order = lockOrder.ofPayer(acting, orderId, CardMove.RETURN);
    if (order.state() != OrderState.ORDERED) {
      return new OrderOutcome.Refused(OrderOutcome.Reason.NOT_WAITING);
    }
    LockOrder.requireOne(orders.markApproved(orderId, order.version()));
    audit.record(
        acting.accountId(),
        acting.organisationId(),
        "ORDER_APPROVED",
        orderId,
        Map.of("cards", order.cardCount(), "kopecks", order.sumKopecks()));
    return new OrderOutcome.Done(lockOrder.again(orderId));
  }
}
