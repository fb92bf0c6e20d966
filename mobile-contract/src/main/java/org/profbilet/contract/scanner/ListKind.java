package org.profbilet.contract.scanner;

/** Who may come in. */
public enum ListKind {
  /** Every member of the Union. */
  OPEN,
  /** Those who are on the list. */
  INVITED
}
