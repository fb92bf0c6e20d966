package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;

/** What rows of a plan would do. */
@Serdeable
public enum RegisterPile {
  NEW,
  CHANGED,
  UNCHANGED,
  ERROR
}
