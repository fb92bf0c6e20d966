package org.profbilet.notifications.undelivered;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.profbilet.audit.Audit;

/**
 * What did not arrive within thirty days and has no further way: a person looks at the reason,
 * mends it and sends again. No SMS that may have arrived goes twice unless she says so.
 */
@Singleton
public class Undelivered {

  private static final Duration KEPT = Duration.ofDays(30);

  private final UndeliveredRepository messages;
  private final Audit audit;
  private final Clock clock;

  Undelivered(UndeliveredRepository messages, Audit audit, Clock clock) {
    this.messages = messages;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public List<UndeliveredLine> list() {
    return messages.list(since());
  }

  /** All messages that ended so wait again, each for the consent gate too; the count of them. */
  @Transactional
  public int again(
      UUID accountId, UUID organisationId, String channel, String state, String error) {
    int again = messages.again(channel, state, error, since(), clock.instant());
    audit.record(
        accountId,
        organisationId,
        "MESSAGES_SENT_AGAIN",
        null,
        Map.of("channel", channel, "state", state, "messages", again));
    return again;
  }

  private Instant since() {
    return clock.instant().minus(KEPT);
  }
}
