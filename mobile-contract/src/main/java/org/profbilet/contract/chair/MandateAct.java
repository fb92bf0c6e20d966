package org.profbilet.contract.chair;

/** What the commission does with one mandate; it confirms many at once elsewhere. */
public enum MandateAct {
  CONFIRM,
  REJECT,
  /** By a decision of whoever elected her: the only act that makes the base smaller. */
  WITHDRAW,
  /** An alternate comes in her place: one act, and the base stays. */
  REPLACE
}
