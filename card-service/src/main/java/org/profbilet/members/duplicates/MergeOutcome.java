package org.profbilet.members.duplicates;

/** What became of a merge or of its undoing. */
public enum MergeOutcome {
  DONE,
  /** One of the two is gone already, or they are the same record. */
  NOT_TWO_RECORDS,
  /** Something was written or merged after it that the parting would tear. */
  CHANGED_SINCE,
  KEY_OF_ANOTHER_REQUEST
}
