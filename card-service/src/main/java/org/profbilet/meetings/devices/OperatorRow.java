package org.profbilet.meetings.devices;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who holds a phone at a door.
 *
 * @param endedAt since when her pin is good no longer
 */
@Introspected
public record OperatorRow(UUID id, String name, Instant addedAt, @Nullable Instant endedAt) {
  @Override
  public String toString() {
    return "OperatorRow[" + id + "]";
  }
}
