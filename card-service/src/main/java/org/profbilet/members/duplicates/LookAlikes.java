package org.profbilet.members.duplicates;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two records of one primary that may be one human.
 *
 * @param personId the record entered first
 */
@Introspected
public record LookAlikes(
    UUID personId,
    String lastName,
    String firstName,
    @Nullable String middleName,
    LocalDate birthDate,
    String ticketNumber,
    boolean onRecord,
    UUID otherPersonId,
    String otherLastName,
    String otherFirstName,
    @Nullable String otherMiddleName,
    LocalDate otherBirthDate,
    String otherTicketNumber,
    boolean otherOnRecord) {

  @Override
  public String toString() {
    return "LookAlikes[" + personId + ", " + otherPersonId + "]";
  }
}
