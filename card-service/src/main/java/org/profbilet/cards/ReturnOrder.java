package org.profbilet.cards;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;

/**
 * The organisation above the primary returns an order; its cards end, and the chair orders anew.
 */
@Singleton
public class ReturnOrder {

  private final RowScope rowScope;
  private final LockOrder lockOrder;
  private final OrderRepository orders;
  private final CardMoves moves;
  private final Audit audit;

  ReturnOrder(
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

  /**
   * @param reason what to correct, for the chair
   */
  @Transactional
  public OrderOutcome returnOrder(Acting acting, UUID orderId, String reason) {
    CardOrder order = lockOrder.ofPayer(acting, orderId, CardMove.RETURN);
    if (order.state() != OrderState.ORDERED) {
      return new OrderOutcome.Refused(OrderOutcome.Reason.NOT_WAITING);
    }
    rowScope.orders(List.of(orderId));
    moves.move(
        CardMove.RETURN,
        moves.lock(CardMove.RETURN, List.of(orderId)),
        acting,
        "Заявка возвращена",
        null);
    LockOrder.requireOne(orders.markReturned(orderId, reason, order.version()));
    audit.record(
        acting.accountId(),
        acting.organisationId(),
        "ORDER_RETURNED",
        orderId,
        Map.of("cards", order.cardCount()));
    return new OrderOutcome.Done(lockOrder.again(orderId));
  }
}
