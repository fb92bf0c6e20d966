package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param primary the name of the primary
 * @param state ORDERED, RETURNED, APPROVED, CANCELLED or FULFILLED (an open list)
 * @param batchState OPEN, IN_PRODUCTION, PRODUCED, SHIPPED, RECEIVED or CLOSED; null before
 * @param mayApprove the asking organisation is the one that approves, returns and hands over
 */
@Serdeable
public record CardOrderView(
    UUID id,
    int number,
    UUID primaryId,
    String primary,
    String primaryInpo,
    String state,
    int cards,
    long priceKopecks,
    long sumKopecks,
    @Nullable String returnReason,
    @Nullable UUID batchId,
    @Nullable String batchState,
    @Nullable Instant handedOverAt,
    Instant orderedAt,
    boolean mayApprove) {}
