package org.profbilet.members;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One question of a matching, as the database reads it. */
@Serdeable
public record AskedRow(
    int place,
    String lastName,
    String firstName,
    @Nullable String middleName,
    LocalDate birthDate) {

  public static AskedRow of(int place, PersonName name, LocalDate birthDate) {
    return new AskedRow(place, name.last(), name.first(), name.middle(), birthDate);
  }

  @Override
  public String toString() {
    return "AskedRow[" + place + "]";
  }
}
