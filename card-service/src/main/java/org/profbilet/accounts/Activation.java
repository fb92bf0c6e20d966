package org.profbilet.accounts;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A slip of paper that opens an account once. */
@MappedEntity(value = "activation", schema = "accounts")
record Activation(
    @Id UUID id,
    UUID accountId,
    Instant expiresAt,
    int failedAttempts,
    @Nullable Instant usedAt,
    @Nullable Instant replacedAt,
    UUID createdBy,
    Instant createdAt) {}
