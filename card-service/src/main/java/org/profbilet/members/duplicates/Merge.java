package org.profbilet.members.duplicates;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two records that were made one, and when they were parted again. */
@Introspected
public record Merge(
    UUID id,
    UUID personId,
    String lastName,
    String firstName,
    @Nullable String middleName,
    String ticketNumber,
    String mergedTicketNumber,
    Instant mergedAt,
    @Nullable Instant undoneAt) {

  @Override
  public String toString() {
    return "Merge[" + id + "]";
  }
}
