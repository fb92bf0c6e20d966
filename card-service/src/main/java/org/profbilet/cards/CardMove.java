package org.profbilet.cards;

import static org.profbilet.cards.CardStatus.AT_PRIMARY;
import static org.profbilet.cards.CardStatus.CANCELLED;
import static org.profbilet.cards.CardStatus.IN_PRODUCTION;
import static org.profbilet.cards.CardStatus.ISSUED;
import static org.profbilet.cards.CardStatus.LOST;
import static org.profbilet.cards.CardStatus.ORDERED;
import static org.profbilet.cards.CardStatus.PRODUCED;
import static org.profbilet.cards.CardStatus.RECEIVED_REGION;
import static org.profbilet.cards.CardStatus.SHIPPED;
import static org.profbilet.organisations.Level.CENTRAL;
import static org.profbilet.organisations.Level.LOCAL;
import static org.profbilet.organisations.Level.PRIMARY;
import static org.profbilet.organisations.Level.REGIONAL;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.organisations.Level;

/**
 * The one table of moves: from where, to where, and who of which level makes it. The database holds
 * the same pairs (cards.card_step), and a specification compares the two.
 */
public enum CardMove {
  ORDER(null, ORDERED, PRIMARY),
  /** An order that is returned for correction ends its cards; the chair orders anew. */
  RETURN(ORDERED, CANCELLED, LOCAL, REGIONAL),
  TAKE_INTO_PRODUCTION(ORDERED, IN_PRODUCTION, CENTRAL),
  PRODUCE(IN_PRODUCTION, PRODUCED, CENTRAL),
  SHIP(PRODUCED, SHIPPED, CENTRAL),
  RECEIVE(SHIPPED, RECEIVED_REGION, REGIONAL),
  HAND_OVER(RECEIVED_REGION, AT_PRIMARY, LOCAL, REGIONAL),
  ISSUE(AT_PRIMARY, ISSUED, PRIMARY),
  LOSE_BEFORE_ISSUE(AT_PRIMARY, LOST, PRIMARY),
  LOSE(ISSUED, LOST, PRIMARY);

  private final @Nullable CardStatus from;
  private final CardStatus to;
  private final Set<Level> levels;

  CardMove(@Nullable CardStatus from, CardStatus to, Level... levels) {
    this.from = from;
    this.to = to;
    this.levels = Set.of(levels);
  }

  /** Null where the card does not exist yet. */
  public @Nullable CardStatus from() {
    return from;
  }

  public CardStatus to() {
    return to;
  }

  public Set<Level> levels() {
    return levels;
  }

  /**
   * @throws NotYours where this level does not make this move
   */
  void requireLevelOf(Acting acting) {
    if (!levels.contains(acting.level())) {
      throw new NotYours();
    }
  }
}
