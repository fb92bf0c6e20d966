package org.profbilet.cards;

/** An order for everybody chosen, or none. */
public sealed interface OrderCardsOutcome {

  record Ordered(CardOrder order) implements OrderCardsOutcome {}

  record Refused(Reason reason) implements OrderCardsOutcome {}

  /** Why nothing was ordered. */
  enum Reason {
    UNKNOWN_PERSON,
    PERSON_NOT_ELIGIBLE,
    NOBODY_CHOSEN,
    KEY_OF_ANOTHER_REQUEST
  }
}
