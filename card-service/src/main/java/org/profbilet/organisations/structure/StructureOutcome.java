package org.profbilet.organisations.structure;

/** What became of an entry into the structure of an organisation. */
public enum StructureOutcome {
  /** Done now, or before under the same key. */
  DONE,
  UNKNOWN,
  ALREADY_THERE,
  UNITS_BELOW,
  DATE_WRONG
}
