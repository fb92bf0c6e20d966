package org.profbilet.meetings;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;

/** Opens the rows of its meeting to a device that is alive. Call it first in a transaction. */
@Singleton
class Doors {

  private final DeviceRepository devices;
  private final MeetingRepository meetings;
  private final RowScope scope;
  private final Clock clock;

  Doors(DeviceRepository devices, MeetingRepository meetings, RowScope scope, Clock clock) {
    this.devices = devices;
    this.meetings = meetings;
    this.scope = scope;
    this.clock = clock;
  }

  /**
   * Locks the device, so that its scans are judged one after another and none after its end.
   *
   * @throws DeviceRevoked where its right has ended
   */
  Door enter(UUID deviceId) {
    return open(devices.lock(deviceId).orElseThrow(DeviceRevoked::new));
  }

  /**
   * For reading; this very list.
   *
   * @throws DeviceRevoked where the device's right has ended
   * @throws NotYours where the list is of another meeting
   */
  Door look(UUID deviceId, UUID listId) {
    Door door = open(devices.findById(deviceId).orElseThrow(DeviceRevoked::new));
    if (!door.list().id().equals(listId)) {
      throw new NotYours();
    }
    return door;
  }

  private Door open(DeviceRow device) {
    if (!device.isAlive(clock.instant())) {
      throw new DeviceRevoked();
    }
    scope.meeting(device.meetingId());
    CheckInList list = meetings.findList(device.meetingId()).orElseThrow();
    return new Door(device.id(), device.door(), device.lastSeenAt(), list);
  }
}
