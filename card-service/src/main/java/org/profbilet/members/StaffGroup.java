package org.profbilet.members;

/** The group of staff that reports count a working member in. */
public enum StaffGroup {
  HEAD,
  TEACHER,
  FACULTY,
  RESEARCH,
  SUPPORT,
  OTHER
}
