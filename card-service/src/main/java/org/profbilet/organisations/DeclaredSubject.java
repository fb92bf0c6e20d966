package org.profbilet.organisations;

/** What an organisation declares a number of. */
public enum DeclaredSubject {
  PRIMARIES,
  LOGINS,
  MEMBERS,
  WORKING,
  /** Teachers of those who work. */
  TEACHING,
  /** Up to 35 years of those who work. */
  YOUTH,
  STUDYING
}
