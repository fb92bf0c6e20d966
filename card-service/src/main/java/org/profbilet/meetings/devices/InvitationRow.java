package org.profbilet.meetings.devices;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invitation without its code, of which only the hash is kept. */
@Introspected
record InvitationRow(
    UUID id,
    UUID meetingId,
    String door,
    DeviceRow.Role role,
    String lists,
    @Nullable Instant validUntil,
    Instant expiresAt,
    @Nullable Instant usedAt) {}
