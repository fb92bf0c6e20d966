package org.profbilet.meetings.exports;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was expected on a list or came to it.
 *
 * @param name as in her mandate or in our records; with initials where she is on record elsewhere
 * @param ticketNumber empty where she is on record elsewhere
 * @param sender who sent her, where she holds a mandate
 * @param state NEVER_CAME, PRESENT or LEFT
 */
@MappedEntity(value = "presence", schema = "meetings")
record AttendeeRow(
    @Id UUID personId,
    String name,
    String ticketNumber,
    String category,
    @Nullable Integer number,
    @Nullable String sender,
    String state,
    @Nullable Instant since,
    @Nullable String sinceDoor,
    boolean counted) {

  boolean came() {
    return !state.equals("NEVER_CAME");
  }

  @Override
  public String toString() {
    return "AttendeeRow[" + personId + "]";
  }
}
