package org.profbilet.meetings.sittings;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A body sits at a meeting.
 *
 * @param listId whoever is inside on this list is present
 * @param remoteListId whoever is inside on this one takes part from afar
 * @param onRecord members on record on {@code recordOn}, where the share is taken of them
 */
@MappedEntity(value = "sitting", schema = "meetings")
record SittingRow(
    @Id UUID id,
    UUID meetingId,
    UUID organisationId,
    UUID bodyId,
    UUID listId,
    @Nullable UUID remoteListId,
    LocalDate recordOn,
    @Nullable Integer onRecord,
    String requestHash,
    UUID createdBy,
    Instant createdAt) {}
