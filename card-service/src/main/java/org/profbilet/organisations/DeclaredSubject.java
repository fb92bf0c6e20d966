package org.profbilet.organisations;

/** What an organisation declares a number of. */
public enum DeclaredSubject {
  PRIMARIES,
  LOGINS,
  MEMBERS,
  WORKING,
  STUDYING
}
