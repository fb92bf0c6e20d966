package org.profbilet.cards;

import static org.profbilet.cards.CardStatus.ANNULLED;
import static org.profbilet.cards.CardStatus.AT_PRIMARY;
import static org.profbilet.cards.CardStatus.CANCELLED;
import static org.profbilet.cards.CardStatus.DEFECTIVE;
import static org.profbilet.cards.CardStatus.IN_PRODUCTION;
import static org.profbilet.cards.CardStatus.ISSUED;
import static org.profbilet.cards.CardStatus.LOST;
import static org.profbilet.cards.CardStatus.LOST_IN_TRANSIT;
import static org.profbilet.cards.CardStatus.ORDERED;
import static org.profbilet.cards.CardStatus.PRODUCED;
import static org.profbilet.cards.CardStatus.RECEIVED_REGION;
import static org.profbilet.cards.CardStatus.REPLACED;
import static org.profbilet.cards.CardStatus.SHIPPED;
import static org.profbilet.cards.CardStatus.WITHDRAWN;
import static org.profbilet.organisations.Level.CENTRAL;
import static org.profbilet.organisations.Level.LOCAL;
import static org.profbilet.organisations.Level.PRIMARY;
import static org.profbilet.organisations.Level.REGIONAL;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.organisations.Level;

/**
 * The one table of a card's moves: from where, to where, and who of which level makes it. The
 * database holds the same rows (cards.move) and refuses all else; card-service/MOVES.md is written
 * from it; a specification compares the three.
 */
public enum CardMove {
  ORDER(null, ORDERED, PRIMARY),
  PRINT_ON_PAPER(null, ISSUED, PRIMARY),
  /** An order that is returned for correction ends its cards; the chair orders anew. */
  RETURN(ORDERED, CANCELLED, LOCAL, REGIONAL),
  CANCEL(ORDERED, CANCELLED, PRIMARY),
  TAKE_INTO_PRODUCTION(ORDERED, IN_PRODUCTION, CENTRAL),
  PRODUCE(IN_PRODUCTION, PRODUCED, CENTRAL),
  SPOIL_IN_PRODUCTION(IN_PRODUCTION, DEFECTIVE, CENTRAL),
  SHIP(PRODUCED, SHIPPED, CENTRAL),
  SPOIL_BEFORE_SHIPPING(PRODUCED, DEFECTIVE, CENTRAL),
  RECEIVE(SHIPPED, RECEIVED_REGION, REGIONAL),
  MISS_IN_REGION(SHIPPED, LOST_IN_TRANSIT, REGIONAL),
  HAND_OVER(RECEIVED_REGION, AT_PRIMARY, LOCAL, REGIONAL),
  MISS_AT_HAND_OVER(RECEIVED_REGION, LOST_IN_TRANSIT, LOCAL, REGIONAL),
  ISSUE(AT_PRIMARY, ISSUED, PRIMARY),
  /** The card itself lies before the chair, though nobody said that it had come. */
  ISSUE_SHIPPED(SHIPPED, ISSUED, PRIMARY),
  ISSUE_FROM_REGION(RECEIVED_REGION, ISSUED, PRIMARY),
  UNDO_ISSUE(ISSUED, AT_PRIMARY, PRIMARY),
  LOSE_BEFORE_ISSUE(AT_PRIMARY, LOST, PRIMARY),
  LOSE(ISSUED, LOST, PRIMARY),
  FIND_DEFECT(AT_PRIMARY, DEFECTIVE, PRIMARY),
  REPLACE_BEFORE_ISSUE(AT_PRIMARY, REPLACED, PRIMARY),
  REPLACE(ISSUED, REPLACED, PRIMARY),
  WITHDRAW_BEFORE_ISSUE(AT_PRIMARY, WITHDRAWN, PRIMARY),
  WITHDRAW(ISSUED, WITHDRAWN, PRIMARY),
  /** Who is no longer a member has no card; the register does it with the leaving. */
  ANNUL_ORDERED(ORDERED, ANNULLED),
  ANNUL_BEFORE_ISSUE(AT_PRIMARY, ANNULLED),
  ANNUL(ISSUED, ANNULLED);

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

  /** Empty where the register moves by itself. */
  public Set<Level> levels() {
    return levels;
  }

  /** The move of this level from here to there, if there is one. */
  static Optional<CardMove> find(CardStatus from, CardStatus to, @Nullable Level level) {
    return Arrays.stream(values())
        .filter(move -> move.from == from && move.to == to)
        .filter(move -> level == null ? move.levels.isEmpty() : move.levels.contains(level))
        .findFirst();
  }

  /**
   * @throws NotYours where this level does not make this move
   */
  public void requireLevelOf(Acting acting) {
    if (!levels.contains(acting.level())) {
      throw new NotYours();
    }
  }
}
