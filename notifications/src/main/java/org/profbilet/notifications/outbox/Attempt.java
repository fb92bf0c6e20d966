package org.profbilet.notifications.outbox;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One try to reach one address, named by its row in contacts. */
@MappedEntity(value = "attempt", schema = "notifications")
record Attempt(
    @Id UUID id,
    UUID deliveryId,
    UUID personId,
    String channel,
    UUID contactId,
    @Nullable String provider,
    int consentVersion,
    Instant gateAt,
    String phase,
    AttemptState state,
    @Nullable String providerMessage,
    @Nullable String error,
    Instant createdAt,
    @Nullable Instant endedAt) {

  boolean isOpen() {
    return state == AttemptState.OPEN;
  }

  static int countUncertain(List<Attempt> attempts) {
    return (int) attempts.stream().filter(one -> one.state() == AttemptState.UNCERTAIN).count();
  }
}
