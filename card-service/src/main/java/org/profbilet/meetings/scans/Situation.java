package org.profbilet.meetings.scans;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.ScanType;
import org.profbilet.meetings.CheckInList;

/**
 * All that a decision depends on.
 *
 * @param isByHand the volunteer has seen a document and says so
 * @param isForced a registrar decides against the list, its hours or its rules
 * @param acceptsPending the volunteer confirms that she who is no member yet may come in
 * @param canAsk somebody at this door can ask a question
 * @param isReplayed the same proof was shown to another device
 * @param lists all of the meeting
 * @param door where she stands
 * @param at when it happened
 * @param presence what was known of the person before
 */
record Situation(
    ScanType type,
    Reading reading,
    boolean isByHand,
    boolean isForced,
    boolean acceptsPending,
    boolean canAsk,
    Map<String, String> answers,
    @Nullable Holder holder,
    boolean isReplayed,
    CheckInList list,
    List<CheckInList> lists,
    String door,
    Instant at,
    Presence presence) {}
