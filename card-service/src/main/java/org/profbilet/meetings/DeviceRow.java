package org.profbilet.meetings;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A phone at a door. */
@MappedEntity(value = "device", schema = "meetings")
record DeviceRow(
    @Id UUID id,
    UUID meetingId,
    UUID invitationId,
    String name,
    String door,
    String keyX,
    String keyY,
    Instant enrolledAt,
    Instant validUntil,
    @Nullable Instant revokedAt,
    long lastProofAt,
    Instant lastSeenAt) {

  boolean isAlive(Instant now) {
    return revokedAt == null && now.isBefore(validUntil);
  }

  @Override
  public String toString() {
    return "DeviceRow[" + id + "]";
  }
}
