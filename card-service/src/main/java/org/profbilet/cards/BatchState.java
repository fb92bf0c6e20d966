package org.profbilet.cards;

import org.jspecify.annotations.Nullable;

/** The way of a batch; every state knows the move of its cards that leads to it. */
public enum BatchState {
  OPEN(null),
  IN_PRODUCTION(CardMove.TAKE_INTO_PRODUCTION),
  PRODUCED(CardMove.PRODUCE),
  SHIPPED(CardMove.SHIP),
  RECEIVED(CardMove.RECEIVE),
  CLOSED(null);

  private final @Nullable CardMove move;

  BatchState(@Nullable CardMove move) {
    this.move = move;
  }

  CardMove move() {
    if (move == null) {
      throw new IllegalStateException(this + " is no step of a batch's cards");
    }
    return move;
  }

  BatchState before() {
    return values()[ordinal() - 1];
  }
}
