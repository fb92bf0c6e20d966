package org.profbilet.organisations.structure;

/** What somebody was elected or appointed to. */
public enum Post {
  CHAIR,
  DEPUTY,
  COMMITTEE_MEMBER,
  AUDIT_MEMBER,
  COMMISSION_MEMBER,
  TREASURER,
  /** Responsible for the system (ответственный за АИС). */
  AIS_OFFICER
}
