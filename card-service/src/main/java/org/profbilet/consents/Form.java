package org.profbilet.consents;

/** How the decision was made: on paper that is kept, or in the member's own session. */
public enum Form {
  PAPER,
  ELECTRONIC
}
