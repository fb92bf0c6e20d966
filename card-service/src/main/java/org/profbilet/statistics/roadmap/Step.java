package org.profbilet.statistics.roadmap;

/** The seven steps of seed 001, in their order. */
public enum Step {
  /** Somebody may act and has signed the undertaking. */
  ACCESS,
  /** The chair was trained: the only step that a person states. */
  TRAINING,
  /** Every required field of the passport is filled in. */
  PASSPORT,
  /** At least as many members are on record as were declared. */
  MEMBERS,
  /** Every member decided on the consent to processing. */
  CONSENTS,
  /** Everybody with a consent has a card or an order. */
  ORDERS,
  /** Every card that was ordered is issued. */
  ISSUE;

  /** 1 to 7. */
  public int number() {
    return ordinal() + 1;
  }
}
