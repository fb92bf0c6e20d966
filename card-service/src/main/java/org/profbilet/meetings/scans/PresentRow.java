package org.profbilet.meetings.scans;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who came, as other doors may know her. */
@Introspected
record PresentRow(
    UUID listId,
    String handle,
    @Nullable Instant since,
    @Nullable String sinceDoor,
    Presence.State state,
    String entries) {}
