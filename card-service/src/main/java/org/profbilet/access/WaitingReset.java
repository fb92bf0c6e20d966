package org.profbilet.access;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;

/**
 * A reset that waits for a second person of the same office.
 *
 * @param displayName who lost her phone
 * @param askedBy who said so
 */
@Introspected
public record WaitingReset(
    UUID id, String displayName, String reason, String askedBy, Instant askedAt) {
  @Override
  public String toString() {
    return "WaitingReset[" + id + "]";
  }
}
