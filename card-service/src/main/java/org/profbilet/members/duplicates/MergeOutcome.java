package org.profbilet.members.duplicates;

/** What became of a merge or of its undoing. */
public enum MergeOutcome {
  DONE,
  /** One of the two is gone already, or they are the same record. */
  NOT_TWO_RECORDS,
  /** Something was written about the record after the merge: it cannot be parted by machine. */
  CHANGED_SINCE,
  KEY_OF_ANOTHER_REQUEST
}
