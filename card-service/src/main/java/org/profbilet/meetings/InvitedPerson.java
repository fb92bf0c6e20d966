package org.profbilet.meetings;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person on the list of a meeting.
 *
 * @param cardSerial of the copy in her hands; absent where she has none
 */
@Introspected
record InvitedPerson(
    UUID personId, String ticketNumber, String shortName, @Nullable String cardSerial) {
  @Override
  public String toString() {
    return "InvitedPerson[" + personId + "]";
  }
}
