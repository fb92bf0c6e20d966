package org.profbilet.contract.chair;

/** Where a mandate stands with the mandate commission. */
public enum MandateStanding {
  SUBMITTED,
  /** Takes the place of a delegate who is replaced. */
  ALTERNATE,
  CONFIRMED,
  REJECTED,
  WITHDRAWN,
  REPLACED
}
