package org.profbilet.notifications.inbox;

import java.time.Instant;
import java.util.UUID;

/** A message as its member reads it in her page, in her language. */
public record OwnMessage(UUID id, Instant at, String subject, String body) {
  @Override
  public String toString() {
    return "OwnMessage[" + id + "]";
  }
}
