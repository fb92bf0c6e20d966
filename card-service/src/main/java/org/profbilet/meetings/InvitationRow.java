package org.profbilet.meetings;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invitation without its code, of which only the hash is kept. */
@Introspected
record InvitationRow(
    UUID id, UUID meetingId, String door, Instant expiresAt, @Nullable Instant usedAt) {}
