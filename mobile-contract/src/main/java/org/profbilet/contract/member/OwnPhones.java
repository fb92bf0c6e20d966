package org.profbilet.contract.member;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param phones trusted ones, the newest first; two at most
 */
@Serdeable
public record OwnPhones(List<Phone> phones) {

  public OwnPhones {
    phones = List.copyOf(phones);
  }

  /**
   * @param name as the phone called itself when the ticket was opened on it
   * @param seenAt when it last opened a session, by its own clock
   * @param isThis whether it is the phone that asks
   */
  @Serdeable
  public record Phone(
      UUID id, String name, Instant openedAt, @Nullable Instant seenAt, boolean isThis) {}
}
