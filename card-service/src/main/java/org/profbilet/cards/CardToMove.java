package org.profbilet.cards;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** A locked card, as its next move sees it. */
@Introspected
record CardToMove(UUID id, UUID personId, UUID primaryId, CardStatus status, int version) {}
