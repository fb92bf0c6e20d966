package org.profbilet.access;

/** In which role a person acts for an organisation (domain: председатель, ответственный за АИС). */
public enum Role {
  CHAIR,
  OFFICER
}
