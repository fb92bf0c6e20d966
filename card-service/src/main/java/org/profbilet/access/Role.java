package org.profbilet.access;

/** In which role a person acts for an organisation (domain: председатель, ответственный за АИС). */
public enum Role {
  CHAIR,
  OFFICER,

  /**
   * Works for an organisation above, to which the primary delegated its own work; never appointed.
   */
  DELEGATE,

  /** Reads one primary for a stated reason ({@link ReadByReason}); never appointed. */
  READER
}
