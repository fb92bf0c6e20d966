package org.profbilet.notifications.outbox;

/** In which order due deliveries are claimed. None of them goes past the consent gate. */
public enum Priority {
  TRANSACTIONAL,
  CHAIR_TASK,
  BROADCAST
}
