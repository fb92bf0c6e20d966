package org.profbilet.organisations.structure;

/** What a structural unit is (seed 001, step 3). */
public enum UnitKind {
  /** Профбюро. */
  BUREAU,
  /** Профгруппа. */
  GROUP,
  FACULTY,
  INSTITUTE,
  BRANCH,
  /** A kindergarten or school within a complex. */
  INSTITUTION,
  OTHER
}
