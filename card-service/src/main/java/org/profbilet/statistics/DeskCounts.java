package org.profbilet.statistics;

import io.micronaut.core.annotation.Introspected;

/**
 * @param undecided members who neither gave nor refused the consent to processing
 * @param orderable members with that consent and no live card
 * @param issuable cards that wait at the primary
 * @param erasable people whose data is to be destroyed
 */
@Introspected
record DeskCounts(
    int people, int undecided, int orderable, int issuable, int returned, int erasable) {}
