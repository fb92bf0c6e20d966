package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * The list that a door scans into.
 *
 * @param name of the meeting
 * @param event its number, which a proof made for this meeting names
 * @param opensAt when the first may come in
 * @param closesAt when no more may come in
 * @param zone IANA name; hours are shown and days are counted in it
 * @param bundleVersion changes when the offline list should be downloaded again
 */
@Serdeable
public record DoorList(
    UUID id,
    UUID meetingId,
    String name,
    long event,
    ListKind kind,
    RepeatPolicy policy,
    Instant opensAt,
    Instant closesAt,
    String zone,
    String bundleVersion,
    Counters counters) {}
