package org.profbilet.statistics;

import io.micronaut.core.annotation.Introspected;

/**
 * @param undecided members who neither gave nor refused the consent to processing
 * @param orderable members with that consent and no live card
 * @param issuable cards that wait at the primary
 * @param erasable people whose data is to be destroyed
 * @param claims members whom other primaries ask for
 * @param stranded members of closed primaries whom this one takes over
 * @param corrections proposals of members that nobody answered
 */
@Introspected
record DeskCounts(
    int people,
    int undecided,
    int orderable,
    int issuable,
    int returned,
    int erasable,
    int claims,
    int stranded,
    int corrections) {}
