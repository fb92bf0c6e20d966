package org.profbilet.contract.member;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.profbilet.contract.chair.MessageCategory;

/**
 * @param messages newest first, at most 100
 */
@Serdeable
public record OwnMessages(List<Line> messages) {

  public OwnMessages {
    messages = List.copyOf(messages);
  }

  /**
   * In the language that the member chose.
   *
   * @param category advertising says so in its words too
   * @param isRead opened before, on this phone or on another one of hers; nobody else learns of it
   */
  @Serdeable
  public record Line(
      UUID id, Instant at, MessageCategory category, boolean isRead, String subject, String body) {
    @Override
    public String toString() {
      return "Line[" + id + "]";
    }
  }
}
