package org.profbilet.meetings.scans;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.DeviceState;
import org.profbilet.contract.scanner.SyncAnswer;
import org.profbilet.contract.scanner.SyncAnswer.Command;
import org.profbilet.contract.scanner.SyncAnswer.ListState;
import org.profbilet.contract.scanner.SyncAnswer.Present;
import org.profbilet.contract.scanner.SyncAnswer.Result;
import org.profbilet.contract.scanner.SyncAnswer.VoidResult;
import org.profbilet.contract.scanner.SyncRequest;
import org.profbilet.meetings.CheckInList;
import org.profbilet.meetings.Lists;
import org.profbilet.meetings.bundles.BundleVersions;
import org.profbilet.meetings.devices.DeviceRepository;
import org.profbilet.meetings.devices.Door;
import org.profbilet.meetings.devices.Doors;

/** Tells a device what has arrived from it and who came in through other doors. */
@Singleton
class ReportToDevice {

  private final Doors doors;
  private final DeviceRepository devices;
  private final ScanRepository scans;
  private final PresenceRepository presences;
  private final People people;
  private final Conflicts conflicts;
  private final Lists lists;
  private final BundleVersions bundleVersions;
  private final Clock clock;

  ReportToDevice(
      Doors doors,
      DeviceRepository devices,
      ScanRepository scans,
      PresenceRepository presences,
      People people,
      Conflicts conflicts,
      Lists lists,
      BundleVersions bundleVersions,
      Clock clock) {
    this.doors = doors;
    this.devices = devices;
    this.scans = scans;
    this.presences = presences;
    this.people = people;
    this.conflicts = conflicts;
    this.lists = lists;
    this.bundleVersions = bundleVersions;
    this.clock = clock;
  }

  /**
   * A device whose right has ended learns what has arrived, and of nobody else; with nothing to
   * deliver it learns nothing.
   */
  @Transactional
  SyncAnswer report(
      UUID deviceId, Delivery delivery, List<Result> results, List<VoidResult> voids) {
    Door door =
        results.isEmpty() && voids.isEmpty()
            ? doors.enter(deviceId)
            : doors.enterToDeliver(deviceId);
    Instant now = clock.instant();
    SyncRequest request = delivery.request();
    DeviceState state = request.state();
    devices.markSeen(
        deviceId,
        now,
        delivery.skew().toMillis(),
        state == null ? null : Math.max(0, state.queueLength() - results.size()),
        state == null ? null : state.bundleMadeAt());
    List<Long> missing = scans.listMissing(deviceId);
    conflicts.noteGap(door.lists().get(0), deviceId, missing);
    long acknowledged = scans.findLastWithoutGap(deviceId);
    return door.isDraining()
        ? ofEnded(now, results, voids, acknowledged, missing)
        : ofAlive(door, request, results, voids, acknowledged, missing);
  }

  private static SyncAnswer ofEnded(
      Instant now,
      List<Result> results,
      List<VoidResult> voids,
      long acknowledged,
      List<Long> missing) {
    return new SyncAnswer(
        now,
        results,
        voids,
        acknowledged,
        missing,
        "0",
        List.of(),
        List.of(),
        List.of(Command.WIPE));
  }

  /** The cursor is taken before the people are read: who changes in between comes again. */
  private SyncAnswer ofAlive(
      Door door,
      SyncRequest request,
      List<Result> results,
      List<VoidResult> voids,
      long acknowledged,
      List<Long> missing) {
    door.scanned().forEach(people::sendHome);
    long next = presences.findCursor();
    List<Present> changed =
        door.scanned().stream()
            .flatMap(
                list -> presences.listChangedSince(list.id(), number(request.cursor())).stream())
            .map(ReportToDevice::present)
            .toList();
    return new SyncAnswer(
        clock.instant(),
        results,
        voids,
        acknowledged,
        missing,
        Long.toString(next),
        changed,
        door.scanned().stream().map(this::state).toList(),
        List.of());
  }

  private ListState state(CheckInList list) {
    return new ListState(list.id(), lists.count(list), bundleVersions.of(list));
  }

  private static Present present(PresentRow row) {
    boolean isPresent = row.state() == Presence.State.PRESENT;
    List<Long> entries =
        row.entries().isEmpty()
            ? List.of()
            : Arrays.stream(row.entries().split(",")).map(Long::valueOf).toList();
    return new Present(
        row.listId(), row.handle(), row.since(), row.sinceDoor(), isPresent, entries);
  }

  /** A cursor that is not ours begins from the beginning. */
  private static long number(@Nullable String cursor) {
    return cursor != null && cursor.matches("[0-9]{1,18}") ? Long.parseLong(cursor) : 0;
  }
}
