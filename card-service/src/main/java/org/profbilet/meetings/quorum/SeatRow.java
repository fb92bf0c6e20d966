package org.profbilet.meetings.quorum;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** How many delegates an organisation may send, and of how many members. */
@Introspected
record SeatRow(UUID senderId, String sender, int members, int seats) {}
