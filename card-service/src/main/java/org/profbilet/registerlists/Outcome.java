package org.profbilet.registerlists;

/** What a row would do. */
public enum Outcome {
  NEW,
  CHANGED,
  UNCHANGED,
  ERROR
}
