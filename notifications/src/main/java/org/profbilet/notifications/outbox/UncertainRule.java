package org.profbilet.notifications.outbox;

import org.profbilet.consents.Channel;

/**
 * Whether a message that may have been taken is handed over again. A second push replaces the first
 * on the screen; a second letter carries the same Message-ID and may go once, if it is worth it; a
 * second SMS costs money and trust, so a person decides.
 */
enum UncertainRule {
  AGAIN,
  STOP;

  static UncertainRule of(Channel channel, Priority priority, int uncertainBefore) {
    return switch (channel) {
      case PUSH -> AGAIN;
      case EMAIL -> priority == Priority.TRANSACTIONAL && uncertainBefore == 0 ? AGAIN : STOP;
      case SMS, NONE -> STOP;
    };
  }
}
