package org.profbilet.meetings;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
    List<UUID> same = scans.listSame(scan.scanId(), door.deviceId(), scan.deviceSeq());
    if (same.contains(scan.scanId())) {
      return repeat(door, scan, scans.findById(scan.scanId()).orElseThrow(), delivery);
    }
    if (!scan.listIds().equals(List.of(door.list().id()))) {
      return new Refused(Reason.FORBIDDEN_LIST);
    }
    if (!same.isEmpty()) {
      return new Refused(Reason.INVALID);
    }
    JudgeScan.Judgement judgement = judge.judge(door, scan, delivery);
    ScanRow row = judgement.row();
    scans.save(row);
    DeviceDecision decision = delivery == null ? null : scan.deviceDecision();
    noteDecision(row, decision);
    settle(door, row, judgement.facts(), decision);
    return new Decided(answers.answer(row, door.list(), false));
  }

  /** A device whose answer was lost has decided alone meanwhile: that is a new fact. */
  private RecordedScan repeat(Door door, Scan scan, ScanRow known, @Nullable SyncRequest delivery) {
    if (!known.deviceId().equals(door.deviceId()) || !known.factHash().equals(hash(scan))) {
      return new Refused(Reason.MISMATCH);
    }
    if (delivery != null) {
      List<Passage> facts = known.personId() == null ? List.of() : locked(door, known.personId());
      if (noteDecision(known, scan.deviceDecision())) {
        settle(door, known, facts, scan.deviceDecision());
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

  private List<Passage> locked(Door door, UUID personId) {
    people.lock(door.list(), personId, "");
    return people.passages(door.list(), personId);
  }

  /** Adds this fact to those known before, and keeps what has changed by it. */
  private void settle(
      Door door, ScanRow row, List<Passage> before, @Nullable DeviceDecision decision) {
    UUID personId = row.personId();
    if (personId == null) {
      return;
    }
    Stream<Passage> others = before.stream().filter(fact -> !fact.scanId().equals(row.id()));
    Passage fact = row.passage(decision == null ? null : decision.outcome());
    Presence was = Presence.of(before);
    Presence is = Presence.of(Stream.concat(others, Stream.of(fact)).toList());
    if (!is.equals(was)) {
      people.keep(door.list(), personId, is);
    }
    if (!is.doubled().equals(was.doubled())) {
      conflicts.noteDoubles(row, personId, is);
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
