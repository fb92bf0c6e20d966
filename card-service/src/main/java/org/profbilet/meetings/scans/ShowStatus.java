package org.profbilet.meetings.scans;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.profbilet.contract.scanner.DoorStatus;
import org.profbilet.meetings.CheckInList;
import org.profbilet.meetings.Lists;
import org.profbilet.meetings.OwnMeetings;
import org.profbilet.meetings.devices.DeviceRepository;
import org.profbilet.meetings.devices.DeviceRow;
import org.profbilet.meetings.devices.Doors;

/** How a list is doing, at all its doors together. */
@Singleton
public class ShowStatus {

  private final Doors doors;
  private final OwnMeetings ownMeetings;
  private final DeviceRepository devices;
  private final PresenceRepository presences;
  private final ConflictRepository conflicts;
  private final People people;
  private final Lists lists;
  private final Clock clock;

  ShowStatus(
      Doors doors,
      OwnMeetings ownMeetings,
      DeviceRepository devices,
      PresenceRepository presences,
      ConflictRepository conflicts,
      People people,
      Lists lists,
      Clock clock) {
    this.doors = doors;
    this.ownMeetings = ownMeetings;
    this.devices = devices;
    this.presences = presences;
    this.conflicts = conflicts;
    this.people = people;
    this.lists = lists;
    this.clock = clock;
  }

  /** To a phone at one of its doors. */
  @Transactional
  public DoorStatus atDoor(UUID deviceId, UUID listId) {
    return status(doors.look(deviceId, listId).list());
  }

  /** To the organisers. */
  @Transactional
  public DoorStatus atDesk(UUID accountId, UUID meetingId, UUID listId) {
    return status(ownMeetings.open(accountId, meetingId, listId));
  }

  private DoorStatus status(CheckInList list) {
    people.sendHome(list);
    List<DoorStatus.Device> phones =
        devices.listOf(list.meetingId()).stream()
            .filter(device -> device.role() != DeviceRow.Role.PAPER)
            .map(ShowStatus::device)
            .toList();
    return new DoorStatus(
        list.id(),
        lists.count(list),
        categories(list),
        phones,
        conflicts.countOpen(list.meetingId()),
        clock.instant());
  }

  private List<DoorStatus.Category> categories(CheckInList list) {
    return presences.listCategories(list.meetingId(), list.id()).stream()
        .map(row -> new DoorStatus.Category(row.name(), row.present(), row.expected()))
        .toList();
  }

  private static DoorStatus.Device device(DeviceRow row) {
    return new DoorStatus.Device(
        row.name(),
        row.door(),
        row.lastSeenAt(),
        row.queueLength(),
        row.bundleMadeAt(),
        row.clockSkewMs(),
        row.revokedAt() != null);
  }
}
