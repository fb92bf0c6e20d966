package org.profbilet.contract.chair;

/** Only deciding votes make a quorum. */
public enum DelegateVote {
  DECISIVE,
  ADVISORY
}
