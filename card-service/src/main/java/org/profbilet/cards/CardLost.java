package org.profbilet.cards;

import java.time.Instant;
import java.util.UUID;

/** A card is lost and stops at once. */
public record CardLost(UUID cardId, UUID personId, UUID primaryId, Instant at) {}
