package org.profbilet.members;

/** What an activist does in the primary. */
public enum UnionRole {
  CHAIR,
  DEPUTY,
  COMMITTEE_MEMBER,
  AUDIT_MEMBER,
  COMMISSION_MEMBER,
  GROUP_ORGANISER,
  BUREAU_CHAIR,
  TREASURER,
  AIS_OFFICER
}
