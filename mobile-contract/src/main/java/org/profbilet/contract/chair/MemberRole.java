package org.profbilet.contract.chair;

/** What an activist does in the primary. */
public enum MemberRole {
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
