package org.profbilet.members.transfers;

/** How sure it is that somebody elsewhere is the person asked for. */
public enum MatchClass {
  CERTAIN,
  LIKELY
}
