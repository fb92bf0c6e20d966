package org.profbilet.registerlists;

/** What became of the wish to apply a plan. */
public sealed interface ApplyOutcome {

  /** Applied now, or before: the answer is the same. */
  record Applied(int rows) implements ApplyOutcome {}

  record Refused(Reason reason) implements ApplyOutcome {}

  /** Why nothing was done. */
  enum Reason {
    UNKNOWN,
    OUTDATED,
    HAS_ERRORS,
    NOTHING_TO_DO
  }
}
