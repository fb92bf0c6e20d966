package org.profbilet.notifications.channels;

import java.util.UUID;

/**
 * What is said. The text knows nothing of the person: her name stands in no message.
 *
 * @param id the delivery, the same at every attempt, so that a provider or a device can tell a copy
 * @param personId whom it is for; a channel uses it for the way out and never sends it in clear
 * @param brief all of it in one line, for an SMS
 * @param hint what a locked screen may show
 * @param wayOut what its reader stops by the link of a letter
 */
public record Message(
    UUID id, UUID personId, String subject, String body, String brief, String hint, WayOut wayOut) {

  /** What a link lets its reader stop without a session. */
  public enum WayOut {
    NONE,
    CHANNEL,

    /** Advertising alone, by every channel; the rest of the channel too, by a second link. */
    ADS
  }

  /** A line break in a subject would let the rest of it pass for a header. */
  public Message {
    if (subject.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a subject is one line");
    }
  }
}
