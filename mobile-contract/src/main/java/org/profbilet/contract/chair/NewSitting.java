package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A body sits at a meeting.
 *
 * @param listId whoever is inside on this list is present; where absent a list of the body's own is
 *     made, open as long as the meeting
 * @param remoteListId whoever is inside on this list takes part from afar
 * @param recordOn the day on which members on record are counted; the meeting's own where absent
 */
@Serdeable
public record NewSitting(
    @NotNull UUID bodyId,
    @Nullable UUID listId,
    @Nullable UUID remoteListId,
    @Nullable LocalDate recordOn) {}
