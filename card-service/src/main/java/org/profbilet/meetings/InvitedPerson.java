package org.profbilet.meetings;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** A person on the list of a meeting. */
@Introspected
record InvitedPerson(UUID personId, String ticketNumber, String shortName) {
  @Override
  public String toString() {
    return "InvitedPerson[" + personId + "]";
  }
}
