package org.profbilet.contract.scanner;

/** What a door tells the person in front of it. */
public enum ScanOutcome {
  /** Green: come in. */
  ADMITTED,
  /** Blue: is inside already. */
  DUPLICATE,
  /** White: has left. */
  EXITED,
  /** Red, or yellow where a newer code will do. */
  REFUSED,
  /** Yellow: a question must be answered first. */
  INCOMPLETE,
  /** Grey: nothing is known, which is never the same as "invalid". */
  NOT_DECIDED
}
