package org.profbilet.notifications.outbox;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.consents.Channel;

/**
 * A delivery that this process may try, for as long as its lease lasts.
 *
 * @param campaignId whose words it carries, or null where its kind says them
 * @param zone of a message to many: it goes there by day only, and only while its campaign runs
 */
@Introspected
record Claimed(
    UUID id,
    UUID personId,
    NoticeKind kind,
    Channel channel,
    Priority priority,
    int attempts,
    Instant expiresAt,
    @Nullable UUID campaignId,
    @Nullable String zone) {}
