package org.profbilet.memberlists;

/** What a row of a list means for the register; the piles of the preview. */
public enum RowOutcome {
  NEW,
  CHANGED,
  UNCHANGED,
  /** Likely somebody of the register, spelt or dated otherwise: the chair decides. */
  SIMILAR,
  /** On record in some other primary; where is not told. */
  DUPLICATE_ELSEWHERE,
  ERROR;

  /** Held back until the chair decides or mends the file. */
  boolean isHeldBack() {
    return this == SIMILAR || this == DUPLICATE_ELSEWHERE || this == ERROR;
  }
}
