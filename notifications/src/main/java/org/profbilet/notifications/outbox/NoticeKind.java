package org.profbilet.notifications.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.profbilet.consents.Channel;

/** What is told; how urgent it is and how long it is worth telling. */
public enum NoticeKind {
  /** «Ваш билет выдан». */
  CARD_ISSUED(Priority.TRANSACTIONAL, Duration.ofDays(7), Channel.PUSH, Channel.EMAIL, Channel.SMS);

  private final Priority priority;
  private final Duration life;
  private final List<Channel> ways;

  NoticeKind(Priority priority, Duration life, Channel... ways) {
    this.priority = priority;
    this.life = life;
    this.ways = List.of(ways);
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

  /** By which channels it is told, each only where the one before it ended in vain. */
  List<Channel> ways() {
    return ways;
  }
}
