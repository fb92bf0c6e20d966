package org.profbilet.cards;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order with the names of its organisations, for lists. */
@Introspected
public record OrderSummary(
    UUID id,
    int number,
    UUID primaryId,
    String primaryName,
    String primaryInpo,
    UUID payerId,
    String payerName,
    OrderState state,
    int cardCount,
    long priceKopecks,
    long sumKopecks,
    @Nullable String returnReason,
    @Nullable UUID batchId,
    @Nullable BatchState batchState,
    @Nullable Instant handedOverAt,
    Instant createdAt) {}
