package org.profbilet.contract.chair;

/** Of whom a share must be present. Who does not come never makes it smaller. */
public enum QuorumBase {
  /** Deciding mandates that the commission has confirmed. */
  CONFIRMED,
  /** Deciding mandates that were sent in and neither rejected nor withdrawn. */
  ELECTED,
  /** Members on record on the day that the sitting names. */
  ON_RECORD
}
