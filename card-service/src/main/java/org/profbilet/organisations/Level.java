package org.profbilet.organisations;

/** Levels of the Union, from the central council down to the primary. */
public enum Level {
  CENTRAL,
  REGIONAL,
  LOCAL,
  PRIMARY
}
