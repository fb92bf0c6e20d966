package org.profbilet.consents;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member on record and her name as it is written. */
@Introspected
public record MemberName(
    UUID personId, String lastName, String firstName, @Nullable String middleName) {

  String full() {
    return middleName == null
        ? lastName + " " + firstName
        : lastName + " " + firstName + " " + middleName;
  }

  @Override
  public String toString() {
    return "MemberName[" + personId + "]";
  }
}
