package org.profbilet.memberlists;

/** What became of the wish to apply a plan. */
public sealed interface ApplyOutcome {

  /** Applied now, or before: the answer is the same. */
  record Applied(PlanResult result) implements ApplyOutcome {}

  record Refused(Reason reason) implements ApplyOutcome {}

  /** Why nothing was done. */
  enum Reason {
    PLAN_OUTDATED,
    PLAN_HAS_ERRORS
  }
}
