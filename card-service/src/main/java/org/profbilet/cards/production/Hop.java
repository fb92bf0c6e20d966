package org.profbilet.cards.production;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.profbilet.cards.CardStatus;

/**
 * A count on the way of a batch: expected = counted + missing, always.
 *
 * @param toStatus where the counted cards are from then on
 * @param orderNumber the order that was handed over, or null for the whole batch
 * @param organisation who counted
 */
@Introspected
public record Hop(
    CardStatus toStatus,
    @Nullable Integer orderNumber,
    int expected,
    int counted,
    int missing,
    @Nullable String reference,
    Instant at,
    String organisation) {}
