package org.profbilet.contract.chair;

/**
 * Why a person may be a member; the two in the middle are suspended, with a day on which it ends.
 */
public enum MemberCategory {
  WORKING,
  STUDENT,
  UNION_STAFF,
  ON_LEAVE,
  LAID_OFF,
  PENSIONER
}
