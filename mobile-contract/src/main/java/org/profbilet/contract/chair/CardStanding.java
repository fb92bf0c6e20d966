package org.profbilet.contract.chair;

/** Where the plastic card of a member is. */
public enum CardStanding {
  /** Nobody ordered one. */
  NONE,
  UNDER_WAY,
  /** It waits to be handed out. */
  AT_PRIMARY,
  ISSUED
}
