package org.profbilet.meetings.quorum;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** How many members a primary organisation had on a day. */
@Introspected
record MembersRow(UUID primaryId, int members) {}
