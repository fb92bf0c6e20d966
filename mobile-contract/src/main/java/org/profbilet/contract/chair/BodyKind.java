package org.profbilet.contract.chair;

/** What kind of elected body it is. Whoever is elected to it holds a mandate. */
public enum BodyKind {
  /** All members on record; nobody needs a mandate. */
  MEETING,
  CONFERENCE,
  CONGRESS,
  COMMITTEE,
  COUNCIL,
  PRESIDIUM,
  AUDIT
}
