package org.profbilet.meetings.scans;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;

/** A person who came, as other doors may know her. */
@Introspected
record PresentRow(
    UUID listId,
    String handle,
    Instant since,
    String sinceDoor,
    Presence.State state,
    String entries) {}
