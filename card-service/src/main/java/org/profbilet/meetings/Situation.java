package org.profbilet.meetings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.ScanType;

/**
 * All that a decision depends on.
 *
 * @param isByHand the volunteer has seen a document and says so
 * @param isReplayed the same proof was shown to another device
 * @param at when it happened
 * @param presence what was known of the person before
 */
record Situation(
    ScanType type,
    Reading reading,
    boolean isByHand,
    @Nullable Holder holder,
    boolean isReplayed,
    CheckInList list,
    Instant at,
    Presence presence) {}
