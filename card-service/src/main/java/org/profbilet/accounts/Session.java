package org.profbilet.accounts;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A family of refresh tokens, of which only the newest is good. Tokens are kept as SHA-256. */
@MappedEntity(value = "session", schema = "accounts")
record Session(
    @Id UUID id,
    UUID accountId,
    String tokenHash,
    @Nullable String previousTokenHash,
    Instant rotatedAt,
    Instant expiresAt,
    @Nullable Instant endedAt,
    Instant createdAt,
    @Nullable Instant secondFactorAt) {}
