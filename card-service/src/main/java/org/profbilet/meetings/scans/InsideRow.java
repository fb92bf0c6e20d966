package org.profbilet.meetings.scans;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;

/** Somebody who is inside, and since when. */
@Introspected
record InsideRow(UUID personId, Instant since) {}
