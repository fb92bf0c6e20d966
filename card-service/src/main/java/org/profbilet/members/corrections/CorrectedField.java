package org.profbilet.members.corrections;

/** What a member may say is wrong in her record. */
public enum CorrectedField {
  LAST_NAME,
  FIRST_NAME,
  MIDDLE_NAME,
  BIRTH_DATE,
  UNIT,
  POSITION,
  EDUCATION,
  PHONE,
  EMAIL;

  boolean isAddress() {
    return this == PHONE || this == EMAIL;
  }
}
