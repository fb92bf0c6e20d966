package org.profbilet.cards;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;

/** The chair takes back an order that nobody has approved yet. */
@Singleton
public class CancelOrder {

  private final RowScope rowScope;
  private final LockOrder lockOrder;
  private final OrderRepository orders;
  private final CardMoves moves;
  private final Audit audit;

  CancelOrder(
      RowScope rowScope,
      LockOrder lockOrder,
      OrderRepository orders,
      CardMoves moves,
      Audit audit) {
    this.rowScope = rowScope;
    this.lockOrder = lockOrder;
    this.orders = orders;
    this.moves = moves;
    this.audit = audit;
  }

  @Transactional
  public OrderOutcome cancel(Acting acting, UUID orderId) {
    CardOrder order = lockOrder.ofPrimary(acting, orderId, CardMove.CANCEL);
    if (order.state() != OrderState.ORDERED) {
      return new OrderOutcome.Refused(OrderOutcome.Reason.NOT_WAITING);
    }
    rowScope.primary(acting.organisationId());
    moves.move(CardMove.CANCEL, moves.lock(CardMove.CANCEL, List.of(orderId)), acting);
    LockOrder.requireOne(orders.markCancelled(orderId, order.version()));
    audit.record(
        acting.accountId(),
        acting.organisationId(),
        "ORDER_CANCELLED",
        orderId,
        Map.of("cards", order.cardCount()));
    return new OrderOutcome.Done(lockOrder.again(orderId));
  }
}
