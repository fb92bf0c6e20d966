package org.profbilet.organisations;

/** Where an organisation stands in the register. */
public enum Status {
  /** Waits for its ИНПО; nobody can act for it yet. */
  PROPOSED,
  ACTIVE,
  /** Being wound up: still works, and is not reproached for being late. */
  LIQUIDATING,
  EXCLUDED,
  MERGED;

  /** Whether it is part of the tree today. */
  public boolean isOpen() {
    return this == PROPOSED || this == ACTIVE || this == LIQUIDATING;
  }
}
