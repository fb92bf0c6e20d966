package org.profbilet.contract.chair;

/** What a row of a list means for the register. */
public enum ListPile {
  NEW,
  CHANGED,
  UNCHANGED,
  SIMILAR,
  DUPLICATE_ELSEWHERE,
  ERROR
}
