package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param number for people
 * @param state DRAFT, ORDERED, RETURNED, APPROVED, CANCELLED or FULFILLED (an open list)
 * @param returnReason why it was returned
 * @param payer who pays: the territorial organisation
 */
@Serdeable
public record OrderView(
    UUID id,
    int number,
    String state,
    int cards,
    long priceKopecks,
    long sumKopecks,
    String payer,
    @Nullable String returnReason,
    Instant orderedAt) {}
