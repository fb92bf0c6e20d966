package org.profbilet.meetings.scans;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.chair.MeetingConflicts.Kind;
import org.profbilet.contract.chair.MeetingConflicts.Ruling;

/**
 * A conflict, without the name.
 *
 * @param scanId absent where it is about a device
 */
@Introspected
public record ConflictRow(
    UUID id,
    Kind kind,
    @Nullable UUID scanId,
    String door,
    @Nullable Instant effectiveAt,
    @Nullable UUID personId,
    @Nullable UUID listId,
    @Nullable String missing,
    Instant openedAt,
    @Nullable Ruling ruling,
    @Nullable String note) {}
