package org.profbilet.contract.chair;

/** How a member works or studies where the primary is. */
public enum MemberEngagement {
  MAIN,
  SECOND_JOB,
  FULL_TIME,
  PART_TIME,
  NONE
}
