package org.profbilet.accounts;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person's login. */
@MappedEntity(value = "account", schema = "accounts")
record Account(
    @Id UUID id,
    String login,
    String displayName,
    String passwordHash,
    boolean mustChangePassword,
    int failedAttempts,
    @Nullable Instant lockedUntil,
    Instant createdAt) {

  @Override
  public String toString() {
    return "Account[" + id + "]";
  }
}
