package org.profbilet.cards;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of a card.
 *
 * @param organisation the name of the organisation that made it
 */
@Introspected
public record CardStep(
    Instant at,
    @Nullable CardStatus fromStatus,
    CardStatus toStatus,
    @Nullable String reason,
    @Nullable UUID accountId,
    @Nullable String organisation) {}
