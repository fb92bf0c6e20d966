package org.profbilet.cards.production;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.profbilet.cards.BatchState;

/** A batch with the name of its region, for lists. */
@Introspected
public record BatchSummary(
    UUID id,
    int number,
    UUID regionId,
    String regionName,
    BatchState state,
    int cardCount,
    Instant createdAt) {}
