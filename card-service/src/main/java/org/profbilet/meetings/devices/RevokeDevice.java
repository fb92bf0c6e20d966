package org.profbilet.meetings.devices;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.profbilet.access.NotYours;
import org.profbilet.audit.Audit;
import org.profbilet.meetings.CheckInList;
import org.profbilet.meetings.OwnMeetings;

/** Ends the right of a phone at once: its next request is refused. */
@Singleton
public class RevokeDevice {

  private final OwnMeetings ownMeetings;
  private final DeviceRepository devices;
  private final Audit audit;
  private final Clock clock;

  RevokeDevice(OwnMeetings ownMeetings, DeviceRepository devices, Audit audit, Clock clock) {
    this.ownMeetings = ownMeetings;
    this.devices = devices;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A device that is revoked already stays so.
   *
   * @throws NotYours where the meeting has no such device
   */
  @Transactional
  public void revoke(UUID accountId, UUID meetingId, UUID deviceId) {
    CheckInList list = ownMeetings.open(accountId, meetingId).get(0);
    DeviceRow device = devices.lock(deviceId).orElseThrow(NotYours::new);
    if (!device.meetingId().equals(meetingId)) {
      throw new NotYours();
    }
    if (devices.markRevoked(deviceId, meetingId, clock.instant()) == 1) {
      audit.record(accountId, list.organisationId(), "DEVICE_REVOKED", deviceId, Map.of());
    }
  }
}
