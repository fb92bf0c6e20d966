package org.profbilet.notifications.outbox;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notice to one person by one channel, as she may see it herself. */
@MappedEntity(value = "delivery", schema = "notifications")
public record Delivery(
    @Id UUID id,
    NoticeKind kind,
    String channel,
    DeliveryState state,
    @Nullable String withheldReason,
    Instant createdAt) {}
