package org.profbilet.meetings;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.SyncAnswer;
import org.profbilet.contract.scanner.SyncAnswer.Present;
import org.profbilet.contract.scanner.SyncAnswer.Result;

/** Tells a device what has arrived from it and who came in through other doors. */
@Singleton
class ReportToDevice {

  private final Doors doors;
  private final DeviceRepository devices;
  private final ScanRepository scans;
  private final PresenceRepository presences;
  private final Answers answers;
  private final BundleVersions bundleVersions;
  private final Clock clock;

  ReportToDevice(
      Doors doors,
      DeviceRepository devices,
      ScanRepository scans,
      PresenceRepository presences,
      Answers answers,
      BundleVersions bundleVersions,
      Clock clock) {
    this.doors = doors;
    this.devices = devices;
    this.scans = scans;
    this.presences = presences;
    this.answers = answers;
    this.bundleVersions = bundleVersions;
    this.clock = clock;
  }

  /** The cursor is taken before the people are read: who changes in between comes again. */
  @Transactional
  public SyncAnswer report(UUID deviceId, @Nullable String cursor, List<Result> results) {
    Door door = doors.enter(deviceId);
    UUID listId = door.list().id();
    long next = presences.findCursor();
    List<Present> people =
        presences.listChangedSince(listId, number(cursor)).stream()
            .map(ReportToDevice::present)
            .toList();
    devices.markSeen(deviceId, clock.instant());
    return new SyncAnswer(
        clock.instant(),
        results,
        scans.findLastWithoutGap(deviceId),
        scans.listMissing(deviceId),
        Long.toString(next),
        people,
        answers.count(door.list()),
        bundleVersions.of(door.list()));
  }

  private static Present present(PresentRow row) {
    boolean isPresent = row.state() == Presence.State.PRESENT;
    return new Present(row.handle(), row.since(), row.sinceDoor(), isPresent);
  }

  /** A cursor that is not ours begins from the beginning. */
  private static long number(@Nullable String cursor) {
    return cursor != null && cursor.matches("[0-9]{1,18}") ? Long.parseLong(cursor) : 0;
  }
}
