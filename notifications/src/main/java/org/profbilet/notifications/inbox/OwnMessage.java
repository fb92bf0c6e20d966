package org.profbilet.notifications.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A message as its member reads it in her page, in her language.
 *
 * @param category INFO or AD; advertising says so in its words too
 * @param isRead on whatever phone
 */
public record OwnMessage(
    UUID id, Instant at, String category, boolean isRead, String subject, String body) {
  @Override
  public String toString() {
    return "OwnMessage[" + id + "]";
  }
}
