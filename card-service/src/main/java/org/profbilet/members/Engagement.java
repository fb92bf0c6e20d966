package org.profbilet.members;

/** How the person works or studies where the primary is. */
public enum Engagement {
  MAIN,
  SECOND_JOB,
  FULL_TIME,
  PART_TIME,
  NONE
}
