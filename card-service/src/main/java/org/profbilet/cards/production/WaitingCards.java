package org.profbilet.cards.production;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** Approved orders of a region that no batch holds yet. */
@Introspected
public record WaitingCards(UUID regionId, String regionName, int orders, int cards) {}
