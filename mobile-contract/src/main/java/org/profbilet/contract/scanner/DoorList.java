package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The list that a door scans into.
 *
 * @param event its number, which a proof made for this meeting names
 * @param opensAt when the first may come in
 * @param closesAt when no more may come in
 * @param zone IANA name; hours are shown and days are counted in it
 * @param name of the meeting, or of the list where it has one of its own
 * @param exclusiveGroup who enters one list of it has left the others
 * @param isClosed nobody comes in any more
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
    @Nullable String exclusiveGroup,
    ListSettings settings,
    boolean isClosed,
    String bundleVersion,
    Counters counters) {}
