package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;

/** The two forms of an office. */
@Serdeable
public enum RegisterForm {
  ORGANISATIONS,
  CHAIRS
}
