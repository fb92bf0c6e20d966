package org.profbilet.members;

/** As written in the passport. */
public enum Sex {
  M,
  F
}
