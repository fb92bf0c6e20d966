package org.profbilet.notifications.outbox;

import java.util.List;

/** In which order due deliveries are claimed. None of them goes past the consent gate. */
public enum Priority {
  TRANSACTIONAL,
  CHAIR_TASK,
  BROADCAST;

  /** What one person waits for. */
  static final List<Priority> PERSONAL = List.of(TRANSACTIONAL, CHAIR_TASK);

  static final List<Priority> FOR_MANY = List.of(BROADCAST);

  static final List<Priority> ALL = List.of(values());
}
