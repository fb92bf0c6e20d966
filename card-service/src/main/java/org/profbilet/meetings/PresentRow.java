package org.profbilet.meetings;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/** A person who came, as other doors may know her. */
@Introspected
record PresentRow(String handle, Instant since, String sinceDoor, Presence.State state) {}
