package org.profbilet.notifications.outbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.profbilet.notifications.channels.HandOver;

/** What the answers for all addresses of one delivery come to. */
record Verdict(Kind kind, @Nullable Instant notBefore) {

  enum Kind {
    ACCEPTED,
    UNCERTAIN,
    RETRY,
    DEAD
  }

  /** One device that has it is enough: the push only says "look". No answer at all means: again. */
  static Verdict of(List<HandOver> answers) {
    if (answers.stream().anyMatch(HandOver.Accepted.class::isInstance)) {
      return new Verdict(Kind.ACCEPTED, null);
    }
    if (answers.stream().anyMatch(HandOver.Uncertain.class::isInstance)) {
      return new Verdict(Kind.UNCERTAIN, null);
    }
    for (HandOver answer : answers) {
      if (answer instanceof HandOver.RetryAt retry) {
        return new Verdict(Kind.RETRY, retry.notBefore());
      }
    }
    return new Verdict(answers.isEmpty() ? Kind.RETRY : Kind.DEAD, null);
  }
}
