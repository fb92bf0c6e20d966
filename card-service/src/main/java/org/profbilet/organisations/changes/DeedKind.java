package org.profbilet.organisations.changes;

import org.profbilet.organisations.Level;

/** What an elected body decides about an organisation, and from which level on it may. */
public enum DeedKind {
  PROPOSED(Level.LOCAL),
  INPO_ALLOTTED(Level.CENTRAL),
  LIQUIDATION_BEGUN(Level.LOCAL),
  EXCLUDED(Level.REGIONAL),
  MERGED(Level.REGIONAL),
  MOVED(Level.REGIONAL),
  RESTORED(Level.REGIONAL);

  private final Level lowest;

  DeedKind(Level lowest) {
    this.lowest = lowest;
  }

  boolean mayBeDoneBy(Level office) {
    return office.compareTo(lowest) <= 0;
  }
}
