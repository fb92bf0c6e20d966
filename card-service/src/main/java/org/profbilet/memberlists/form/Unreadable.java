package org.profbilet.memberlists.form;

/** Why a file is not a member list; each has a sentence in the message bundle. */
public enum Unreadable {
  EMPTY_FILE,
  TOO_BIG,
  NOT_A_TABLE,
  PASSWORD,
  DAMAGED,
  SUSPICIOUS,
  NO_HEADER,
  COLUMNS_MISSING,
  NO_ROWS,
  TOO_MANY_ROWS,
  TOO_MANY_BLANK_ROWS
}
