package org.profbilet.credentials;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A way in for one member's phone. */
@MappedEntity(value = "activation", schema = "credentials")
record ActivationRow(
    @Id UUID id,
    UUID personId,
    UUID primaryId,
    String ticketNumber,
    Origin origin,
    String offerHash,
    @Nullable String codeHash,
    @Nullable UUID createdBy,
    Instant createdAt,
    Instant expiresAt,
    int failedAttempts,
    @Nullable Instant usedAt,
    @Nullable Instant replacedAt) {

  static final int ATTEMPTS = 5;

  enum Origin {
    SLIP,
    CONTACT
  }

  boolean isOpen(Instant now) {
    return usedAt == null
        && replacedAt == null
        && failedAttempts < ATTEMPTS
        && now.isBefore(expiresAt);
  }

  @Override
  public String toString() {
    return "ActivationRow[" + id + "]";
  }
}
