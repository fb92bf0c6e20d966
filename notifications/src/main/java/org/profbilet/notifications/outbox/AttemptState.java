package org.profbilet.notifications.outbox;

/** How one try ended; OPEN until the provider's answer is stored. */
enum AttemptState {
  OPEN,
  ACCEPTED,
  RETRY,
  UNCERTAIN,
  DEAD_ADDRESS,
  DEAD,
  NOT_SENT
}
