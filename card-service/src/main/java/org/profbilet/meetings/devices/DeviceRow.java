package org.profbilet.meetings.devices;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A phone at a door, or a sheet of paper there.
 *
 * @param invitationId absent of a sheet
 * @param lists ids with commas between; none: all lists of the meeting
 * @param lineCount of a sheet only
 */
@MappedEntity(value = "device", schema = "meetings")
public record DeviceRow(
    @Id UUID id,
    UUID meetingId,
    @Nullable UUID invitationId,
    String name,
    String door,
    String keyX,
    String keyY,
    Instant enrolledAt,
    Instant validUntil,
    @Nullable Instant revokedAt,
    long lastProofAt,
    Instant lastSeenAt,
    Role role,
    String lists,
    @Nullable Integer queueLength,
    @Nullable Instant bundleMadeAt,
    @Nullable Long clockSkewMs,
    @Nullable Integer lineCount) {

  /** After its right has ended a device may still hand over what it has. */
  static final Duration DRAIN = Duration.ofMinutes(60);

  /** What a device may do; paper can only be entered. */
  public enum Role {
    VOLUNTEER,
    REGISTRAR,
    PAPER
  }

  public boolean isAlive(Instant now) {
    return revokedAt == null && now.isBefore(validUntil);
  }

  boolean isDraining(Instant now) {
    Instant end = revokedAt == null ? validUntil : revokedAt;
    return !now.isBefore(end) && now.isBefore(end.plus(DRAIN));
  }

  public boolean scans(UUID listId) {
    return lists.isEmpty() || lists.contains(listId.toString());
  }

  @Override
  public String toString() {
    return "DeviceRow[" + id + "]";
  }
}
