package org.profbilet.members;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;

/** One question of a matching, as the database reads it. */
@Serdeable
record AskedRow(int place, String searchName, LocalDate birthDate) {

  static AskedRow of(int place, Members.Asked asked) {
    return new AskedRow(place, asked.name().forSearch(), asked.birthDate());
  }

  @Override
  public String toString() {
    return "AskedRow[" + place + "]";
  }
}
