package org.profbilet.cards;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;

/**
 * Locks an order for the organisation that pays for it, or for the primary that made it; nobody
 * else learns that it exists.
 */
@Singleton
public class LockOrder {

  private final OrderRepository orders;

  LockOrder(OrderRepository orders) {
    this.orders = orders;
  }

  public CardOrder ofPayer(Acting acting, UUID orderId, CardMove move) {
    move.requireLevelOf(acting);
    return orders
        .lock(orderId)
        .filter(order -> order.payerId().equals(acting.organisationId()))
        .orElseThrow(NotYours::new);
  }

  CardOrder ofPrimary(Acting acting, UUID orderId, CardMove move) {
    move.requireLevelOf(acting);
    return orders
        .lock(orderId)
        .filter(order -> order.primaryId().equals(acting.organisationId()))
        .orElseThrow(NotYours::new);
  }

  public CardOrder again(UUID orderId) {
    return orders.findById(orderId).orElseThrow();
  }

  /** A row that we hold cannot have changed. */
  public static void requireOne(int changed) {
    if (changed != 1) {
      throw new IllegalStateException("changed " + changed + " rows instead of one");
    }
  }
}
