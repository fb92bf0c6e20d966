package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;

/** Levels of organisations that an office may propose. */
@Serdeable
public enum OrganisationLevel {
  REGIONAL,
  LOCAL,
  PRIMARY
}
