package org.profbilet.meetings.scans;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.DeviceDecision;
import org.profbilet.contract.scanner.OverrideReason;
import org.profbilet.contract.scanner.Scan;
import org.profbilet.contract.scanner.ScanOutcome;
import org.profbilet.contract.scanner.ScanPreview;
import org.profbilet.meetings.CheckInList;
import org.profbilet.meetings.Hashes;
import org.profbilet.meetings.devices.DeviceRevoked;
import org.profbilet.meetings.devices.Door;
import org.profbilet.meetings.devices.Doors;
import org.profbilet.meetings.devices.RegistrarOnly;
import org.profbilet.meetings.scans.JudgeScan.Judgement;
import org.profbilet.meetings.scans.RecordedScan.Decided;
import org.profbilet.meetings.scans.RecordedScan.Reason;
import org.profbilet.meetings.scans.RecordedScan.Refused;

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
  private final Settle settle;
  private final Conflicts conflicts;
  private final Answers answers;
  private final Clock clock;

  RecordScan(
      Doors doors,
      JudgeScan judge,
      ScanRepository scans,
      People people,
      Settle settle,
      Conflicts conflicts,
      Answers answers,
      Clock clock) {
    this.doors = doors;
    this.judge = judge;
    this.scans = scans;
    this.people = people;
    this.settle = settle;
    this.conflicts = conflicts;
    this.answers = answers;
    this.clock = clock;
  }

  /**
   * A scan that a person is waiting for. Where a question is open nothing is written: the same scan
   * comes again with the answers.
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
   * @throws DeviceRevoked where the device's right has ended, and the hour to deliver too
   */
  @Transactional
  RecordedScan recordDelivered(UUID deviceId, Scan scan, Delivery delivery) {
    return record(doors.enterToDeliver(deviceId), scan, delivery);
  }

  /**
   * What would be decided now.
   *
   * @throws RegistrarOnly where a volunteer's phone asks
   */
  @Transactional
  public ScanPreview preview(UUID deviceId, Scan scan) {
    Doors.AtList here = doors.lookAsRegistrar(deviceId, scan.listIds().get(0));
    ScanRow row = judge.judge(here.door(), here.list(), scan, null).row();
    return new ScanPreview(row.outcome(), row.reason(), row.nextAction());
  }

  RecordedScan record(Door door, Scan scan, @Nullable Delivery delivery) {
    List<UUID> same = scans.listSame(scan.scanId(), door.deviceId(), scan.deviceSeq());
    if (same.contains(scan.scanId())) {
      return repeat(door, scan, scans.findById(scan.scanId()).orElseThrow(), delivery);
    }
    if (scan.listIds().size() > 1) {
      return new Refused(Reason.TWO_LISTS);
    }
    CheckInList list = door.list(scan.listIds().get(0)).orElse(null);
    if (list == null) {
      return new Refused(Reason.FORBIDDEN_LIST);
    }
    if (isForbidden(door, scan)) {
      return new Refused(Reason.OVERRIDE_FORBIDDEN);
    }
    if (!same.isEmpty()) {
      return new Refused(Reason.INVALID);
    }
    people.sendHome(list);
    return keep(list, scan, delivery, judge.judge(door, list, scan, delivery));
  }

  private static boolean isForbidden(Door door, Scan scan) {
    return scan.override() != null
        && scan.override().reason() == OverrideReason.REGISTRAR_DECISION
        && !door.isRegistrar();
  }

  private RecordedScan keep(
      CheckInList list, Scan scan, @Nullable Delivery delivery, Judgement judgement) {
    ScanRow row = judgement.row();
    if (row.outcome() == ScanOutcome.INCOMPLETE && delivery == null) {
      return new Decided(answers.ask(row, list, judgement.category(), scan.answers()), false);
    }
    scans.save(row);
    DeviceDecision decision = delivery == null ? null : scan.deviceDecision();
    noteDecision(row, decision);
    noteAnswers(row, scan);
    settle(list, judgement.together(), row, row.personId(), judgement.facts(), decision);
    return new Decided(answers.answer(row, list, false), row.quarantined());
  }

  /** A device whose answer was lost has decided alone meanwhile: that is a new fact. */
  private RecordedScan repeat(Door door, Scan scan, ScanRow known, @Nullable Delivery delivery) {
    if (!known.deviceId().equals(door.deviceId()) || !known.factHash().equals(hash(scan))) {
      return new Refused(Reason.MISMATCH);
    }
    CheckInList list =
        door.lists().stream()
            .filter(one -> one.id().equals(known.listId()))
            .findFirst()
            .orElseThrow();
    if (delivery != null && scan.deviceDecision() != null) {
      List<CheckInList> together = Settle.together(list, door.lists());
      UUID scannedId = known.personId();
      UUID personId = scannedId == null ? null : people.lock(together, scannedId);
      List<Passage> facts = personId == null ? List.of() : people.passages(together, personId);
      if (noteDecision(known, scan.deviceDecision())) {
        settle(list, together, known, personId, facts, scan.deviceDecision());
      }
    }
    return new Decided(answers.answer(known, list, true), known.quarantined());
  }

  private boolean noteDecision(ScanRow row, @Nullable DeviceDecision decision) {
    return decision != null
        && scans.insertDecision(
                row.id(),
                row.meetingId(),
                row.organisationId(),
                decision.outcome().name(),
                decision.reason().name(),
                decision.bundleVersion(),
                decision.decidedAt(),
                clock.instant())
            == 1;
  }

  private void noteAnswers(ScanRow row, Scan scan) {
    if (scan.answers() != null) {
      scan.answers()
          .forEach(
              (question, answer) ->
                  scans.insertAnswer(
                      row.id(), question, row.meetingId(), row.organisationId(), answer));
    }
  }

  /** Adds this fact to those known before, and keeps what has changed by it. */
  private void settle(
      CheckInList list,
      List<CheckInList> together,
      ScanRow row,
      @Nullable UUID personId,
      List<Passage> before,
      @Nullable DeviceDecision decision) {
    if (personId != null) {
      settle.add(
          together,
          personId,
          before,
          row.passage(list, decision == null ? null : decision.outcome()));
    } else {
      Fold.ofNobody(row, list).forEach(finding -> conflicts.note(list, null, finding));
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
