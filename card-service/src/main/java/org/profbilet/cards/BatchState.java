package org.profbilet.cards;

import org.jspecify.annotations.Nullable;

/** The way of a batch; every state knows the move of its cards that leads to it. */
public enum BatchState {
  OPEN(null, null),
  IN_PRODUCTION(CardMove.TAKE_INTO_PRODUCTION, null),
  PRODUCED(CardMove.PRODUCE, CardMove.SPOIL_IN_PRODUCTION),
  SHIPPED(CardMove.SHIP, CardMove.SPOIL_BEFORE_SHIPPING),
  RECEIVED(CardMove.RECEIVE, CardMove.MISS_IN_REGION),
  CLOSED(null, null);

  private final @Nullable CardMove move;
  private final @Nullable CardMove shortage;

  BatchState(@Nullable CardMove move, @Nullable CardMove shortage) {
    this.move = move;
    this.shortage = shortage;
  }

  public CardMove move() {
    return known(move);
  }

  /** The move of a card that is missing when the others come here. */
  public CardMove shortage() {
    return known(shortage);
  }

  public BatchState before() {
    return values()[ordinal() - 1];
  }

  private CardMove known(@Nullable CardMove move) {
    if (move == null) {
      throw new IllegalStateException(this + " is no step of a batch's cards");
    }
    return move;
  }
}
