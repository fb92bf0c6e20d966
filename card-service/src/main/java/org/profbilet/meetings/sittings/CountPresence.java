package org.profbilet.meetings.sittings;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.profbilet.contract.chair.QuorumBase;
import org.profbilet.contract.chair.Sittings.Waiting;
import org.profbilet.meetings.devices.DeviceRepository;
import org.profbilet.meetings.devices.DeviceRow;
import org.profbilet.meetings.quorum.BodyRow;

/** Counts who is present at a sitting, and names the phones that may know of more. */
@Singleton
class CountPresence {

  /** A phone at a door speaks at least every minute; whoever is silent so long may hold scans. */
  private static final Duration SILENT = Duration.ofMinutes(5);

  private final Attendance attendance;
  private final DeviceRepository devices;
  private final Clock clock;

  CountPresence(Attendance attendance, DeviceRepository devices, Clock clock) {
    this.attendance = attendance;
    this.devices = devices;
    this.clock = clock;
  }

  Roll roll(SittingRow sitting, BodyRow body) {
    List<RollRow> rows =
        body.base() == QuorumBase.ON_RECORD
            ? attendance.listMembersPresent(
                body.organisationId(), sitting.listId(), sitting.remoteListId(), sitting.recordOn())
            : attendance.listRoll(
                body.id(), sitting.listId(), sitting.remoteListId(), sitting.recordOn());
    int conflicts =
        attendance.countConflicts(sitting.meetingId(), sitting.listId(), sitting.remoteListId());
    return new Roll(body, rows, sitting.onRecord(), queued(sitting), conflicts);
  }

  private int queued(SittingRow sitting) {
    return phones(sitting).stream()
        .mapToInt(row -> row.queueLength() == null ? 0 : row.queueLength())
        .sum();
  }

  /** Phones whose scans may be missing: the figure is a lower bound until they speak. */
  List<Waiting> waiting(SittingRow sitting) {
    Instant now = clock.instant();
    return phones(sitting).stream()
        .filter(row -> holdsScans(row) || isSilent(row, now))
        .map(row -> new Waiting(row.name(), row.door(), row.lastSeenAt(), row.queueLength()))
        .toList();
  }

  private static boolean holdsScans(DeviceRow phone) {
    return phone.queueLength() != null && phone.queueLength() > 0;
  }

  private static boolean isSilent(DeviceRow phone, Instant now) {
    return phone.isAlive(now) && phone.lastSeenAt().plus(SILENT).isBefore(now);
  }

  private List<DeviceRow> phones(SittingRow sitting) {
    return devices.listOf(sitting.meetingId()).stream()
        .filter(row -> row.role() != DeviceRow.Role.PAPER)
        .filter(row -> row.scans(sitting.listId()))
        .toList();
  }
}
