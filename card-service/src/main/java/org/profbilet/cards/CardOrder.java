package org.profbilet.cards;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order of a primary: counts and money.
 *
 * @param payerId the organisation above the primary, which approves, pays, returns and hands over
 */
@MappedEntity(value = "card_order", schema = "cards")
public record CardOrder(
    @Id UUID id,
    int number,
    UUID primaryId,
    UUID payerId,
    UUID regionId,
    OrderState state,
    int cardCount,
    long priceKopecks,
    long sumKopecks,
    @Nullable String returnReason,
    @Nullable UUID batchId,
    @Nullable Instant handedOverAt,
    String requestHash,
    Instant createdAt,
    int version) {}
