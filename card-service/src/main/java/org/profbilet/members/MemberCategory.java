package org.profbilet.members;

/** Why a person may be a member (Charter, article 6). */
public enum MemberCategory {
  WORKING,
  STUDENT,
  UNION_STAFF,
  ON_LEAVE,
  LAID_OFF,
  PENSIONER
}
