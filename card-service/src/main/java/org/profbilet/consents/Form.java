package org.profbilet.consents;

/** How a row of the ledger came about. */
public enum Form {
  /** On paper that is kept. */
  PAPER,
  /** By the member herself, with {@link Evidence}. */
  ELECTRONIC,
  /** By nobody: a {@link Cause} ended the consent. */
  RULE
}
