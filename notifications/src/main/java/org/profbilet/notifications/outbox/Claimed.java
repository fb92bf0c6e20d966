package org.profbilet.notifications.outbox;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.profbilet.consents.Channel;

/** A delivery that this process may try, for as long as its lease lasts. */
@Introspected
record Claimed(
    UUID id,
    UUID personId,
    NoticeKind kind,
    Channel channel,
    Priority priority,
    int attempts,
    Instant expiresAt) {}
