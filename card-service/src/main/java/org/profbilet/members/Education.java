package org.profbilet.members;

/** The highest level of education completed. */
public enum Education {
  BASIC,
  SECONDARY,
  VOCATIONAL,
  HIGHER,
  PHD_ETC
}
