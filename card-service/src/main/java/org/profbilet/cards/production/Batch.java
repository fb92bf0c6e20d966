package org.profbilet.cards.production;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.profbilet.cards.BatchState;

/** Cards of one region that are produced and posted together. */
@MappedEntity(value = "batch", schema = "cards")
public record Batch(
    @Id UUID id,
    int number,
    UUID regionId,
    BatchState state,
    int cardCount,
    String requestHash,
    Instant createdAt,
    int version) {}
