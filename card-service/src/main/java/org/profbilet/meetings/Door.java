package org.profbilet.meetings;

import java.time.Instant;
import java.util.UUID;

/** A living device before its list. */
record Door(UUID deviceId, String name, Instant lastSeenAt, CheckInList list) {}
