package org.profbilet.cards;

import static org.profbilet.cards.OrderState.APPROVED;
import static org.profbilet.cards.OrderState.CANCELLED;
import static org.profbilet.cards.OrderState.FULFILLED;
import static org.profbilet.cards.OrderState.ORDERED;
import static org.profbilet.cards.OrderState.RETURNED;
import static org.profbilet.organisations.Level.LOCAL;
import static org.profbilet.organisations.Level.PRIMARY;
import static org.profbilet.organisations.Level.REGIONAL;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.profbilet.organisations.Level;

/** The moves of an order, as {@link CardMove} has those of a card. */
public enum OrderMove {
  /** What the chair has not sent yet; nobody above sees it. */
  DRAFT(null, OrderState.DRAFT, PRIMARY),
  PLACE(null, ORDERED, PRIMARY),
  SEND(OrderState.DRAFT, ORDERED, PRIMARY),
  APPROVE(ORDERED, APPROVED, LOCAL, REGIONAL),
  RETURN(ORDERED, RETURNED, LOCAL, REGIONAL),
  CANCEL(ORDERED, CANCELLED, PRIMARY),
  HAND_OVER(APPROVED, FULFILLED, LOCAL, REGIONAL);

  private final @Nullable OrderState from;
  private final OrderState to;
  private final Set<Level> levels;

  OrderMove(@Nullable OrderState from, OrderState to, Level... levels) {
    this.from = from;
    this.to = to;
    this.levels = Set.of(levels);
  }

  /** Null where the order does not exist yet. */
  public @Nullable OrderState from() {
    return from;
  }

  public OrderState to() {
    return to;
  }

  public Set<Level> levels() {
    return levels;
  }
}
