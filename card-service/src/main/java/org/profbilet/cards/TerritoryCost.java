package org.profbilet.cards;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/**
 * What cards cost one payer in a year.
 *
 * @param members on record today
 * @param ordered cards of orders approved that year
 * @param withoutCard members for whom no plastic card is ordered yet
 * @param stillKopecks what their cards would cost at the price of that year
 */
@Introspected
public record TerritoryCost(
    UUID payerId,
    String payer,
    int members,
    int ordered,
    long orderedKopecks,
    int withoutCard,
    long stillKopecks) {}
