package org.profbilet.members;

/** Why a person may be a member (Charter, article 6). */
public enum MemberCategory {
  WORKING,
  STUDENT,
  UNION_STAFF,
  ON_LEAVE,
  LAID_OFF,
  PENSIONER;

  /** A leave, or the time after a lay-off: on record, with a day on which it ends. */
  public boolean isSuspended() {
    return this == ON_LEAVE || this == LAID_OFF;
  }
}
