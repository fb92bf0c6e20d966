package org.profbilet.notifications.outbox;

import java.time.Duration;
import java.util.Locale;

/** What is told; how urgent it is and how long it is worth telling. */
public enum NoticeKind {
  /** «Ваш билет выдан». */
  CARD_ISSUED(Priority.TRANSACTIONAL, Duration.ofDays(7));

  private final Priority priority;
  private final Duration life;

  NoticeKind(Priority priority, Duration life) {
    this.priority = priority;
    this.life = life;
  }

  /** Under which key its words stand. */
  String wording() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Priority priority() {
    return priority;
  }

  Duration life() {
    return life;
  }
}
