package org.profbilet.accounts;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An authenticator app of an account; good once a first code has confirmed it. */
@MappedEntity(value = "second_factor", schema = "accounts")
record SecondFactor(
    @Id UUID id,
    UUID accountId,
    Instant createdAt,
    @Nullable Instant confirmedAt,
    @Nullable Instant endedAt,
    long lastStep,
    int failedAttempts,
    @Nullable Instant lockedUntil) {

  boolean isConfirmed() {
    return confirmedAt != null;
  }
}
