package org.profbilet.meetings;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.DeviceDecision;
import org.profbilet.contract.scanner.Scan;
import org.profbilet.contract.scanner.SyncRequest;
import org.profbilet.meetings.RecordedScan.Decided;
import org.profbilet.meetings.RecordedScan.Reason;
import org.profbilet.meetings.RecordedScan.Refused;

/**
 * Writes a scan down and decides on it, once: the same scan again gets the answer that it got,
 * before anything is looked at.
 */
@Singleton
public class RecordScan {

  private final Doors doors;
  private final JudgeScan judge;
  private final ScanRepository scans;
  private final People people;
  private final Conflicts conflicts;
  private final Answers answers;
  private final Clock clock;

  RecordScan(
      Doors doors,
      JudgeScan judge,
      ScanRepository scans,
      People people,
      Conflicts conflicts,
      Answers answers,
      Clock clock) {
    this.doors = doors;
    this.judge = judge;
    this.scans = scans;
    this.people = people;
    this.conflicts = conflicts;
    this.answers = answers;
    this.clock = clock;
  }

  /**
   * A scan that a person is waiting for.
   *
   * @throws DeviceRevoked where the device's right has ended
   */
  @Transactional
  public RecordedScan record(UUID deviceId, Scan scan) {
    return record(doors.enter(deviceId), scan, null);
  }

  /**
   * A scan that was kept on a device.
   *
   * @throws DeviceRevoked where the device's right has ended
   */
  @Transactional
  public RecordedScan recordDelivered(UUID deviceId, Scan scan, SyncRequest delivery) {
    return record(doors.enter(deviceId), scan, delivery);
  }

  private RecordedScan record(Door door, Scan scan, @Nullable SyncRequest delivery) {
    Optional<ScanRow> known = scans.findById(scan.scanId());
    if (known.isPresent()) {
      return repeat(door, scan, known.get(), delivery);
    }
    if (!scan.listIds().equals(List.of(door.list().id()))) {
      return new Refused(Reason.FORBIDDEN_LIST);
    }
    if (scans.isNumberTaken(door.deviceId(), scan.deviceSeq())) {
      return new Refused(Reason.INVALID);
    }
    ScanRow row = judge.judge(door, scan, delivery);
    scans.save(row);
    if (delivery != null) {
      noteDecision(row, scan.deviceDecision());
    }
    settle(door, row);
    return new Decided(answers.answer(row, door.list(), false));
  }

  /** A device whose answer was lost has decided alone meanwhile: that is a new fact. */
  private RecordedScan repeat(Door door, Scan scan, ScanRow known, @Nullable SyncRequest delivery) {
    if (!known.deviceId().equals(door.deviceId()) || !known.factHash().equals(hash(scan))) {
      return new Refused(Reason.MISMATCH);
    }
    if (delivery != null) {
      if (known.personId() != null) {
        people.lock(door.list(), known.personId(), "");
      }
      if (noteDecision(known, scan.deviceDecision())) {
        settle(door, known);
      }
    }
    return new Decided(answers.answer(known, door.list(), true));
  }

  private boolean noteDecision(ScanRow row, @Nullable DeviceDecision decision) {
    if (decision == null) {
      return false;
    }
    int written =
        scans.insertDecision(
            row.id(),
            row.meetingId(),
            row.organisationId(),
            decision.outcome().name(),
            decision.reason().name(),
            decision.bundleVersion(),
            decision.decidedAt(),
            clock.instant());
    if (written == 1) {
      conflicts.noteAdmission(row, decision.outcome());
    }
    return written == 1;
  }

  private void settle(Door door, ScanRow row) {
    UUID personId = row.personId();
    if (personId != null) {
      conflicts.noteDoubles(row, personId, people.settle(door.list(), personId));
    }
  }

  /** Of the fact alone: how often, by which way and after what answer it came is no part of it. */
  static String hash(Scan scan) {
    return Hashes.sha256(
        String.join(
            "|",
            scan.scanId().toString(),
            Long.toString(scan.deviceSeq()),
            scan.listIds().toString(),
            scan.credential().kind().name(),
            scan.credential().raw(),
            scan.type().name(),
            scan.scannedAt().toString(),
            String.valueOf(scan.override())));
  }
}
