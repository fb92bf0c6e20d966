package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;

/** Of whom a number is declared. */
@Serdeable
public enum HeadcountSubject {
  PRIMARIES,
  LOGINS,
  MEMBERS,
  WORKING,
  TEACHING,
  YOUTH,
  STUDYING
}
