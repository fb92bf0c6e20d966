package org.profbilet.meetings.scans;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.NotYours;
import org.profbilet.audit.Audit;
import org.profbilet.contract.scanner.ScanOutcome;
import org.profbilet.contract.scanner.ScanVoid;
import org.profbilet.contract.scanner.VoidAnswer;
import org.profbilet.contract.scanner.VoidAnswer.Outcome;
import org.profbilet.meetings.CheckInList;
import org.profbilet.meetings.OwnMeetings;
import org.profbilet.meetings.devices.DeviceRevoked;
import org.profbilet.meetings.devices.Door;
import org.profbilet.meetings.devices.Doors;

/** Takes an entry, or an exit, back: a new fact, for scans themselves never change. */
@Singleton
public class TakeBack {

  /** A volunteer corrects a mistake; what is older is for the registrar. */
  static final Duration IN_TIME = Duration.ofMinutes(15);

  private final Doors doors;
  private final OwnMeetings ownMeetings;
  private final ScanRepository scans;
  private final TakenBackRepository takenBack;
  private final Settle settle;
  private final Audit audit;
  private final Clock clock;

  TakeBack(
      Doors doors,
      OwnMeetings ownMeetings,
      ScanRepository scans,
      TakenBackRepository takenBack,
      Settle settle,
      Audit audit,
      Clock clock) {
    this.doors = doors;
    this.ownMeetings = ownMeetings;
    this.scans = scans;
    this.takenBack = takenBack;
    this.settle = settle;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws NotYours where the scan is of another meeting, or of none
   * @throws DeviceRevoked where the device's right has ended
   */
  @Transactional
  public VoidAnswer takeBack(UUID deviceId, ScanVoid asked) {
    return atDoor(doors.enter(deviceId), asked, clock.instant()).orElseThrow(NotYours::new);
  }

  /**
   * One that was kept on a device.
   *
   * @return empty where its scan has not arrived
   */
  @Transactional
  Optional<VoidAnswer> takeBackDelivered(UUID deviceId, ScanVoid asked, Delivery delivery) {
    Instant now = delivery.receivedAt();
    Instant at = asked.at().plus(delivery.skew());
    Door door = doors.enterToDeliver(deviceId);
    return atDoor(door, asked, at.isAfter(now) ? now : at);
  }

  /**
   * By the registrar at the desk, at any time.
   *
   * @param id the key of the request
   * @return empty where the key was used for another scan
   * @throws NotYours where the meeting has no such scan
   */
  @Transactional
  public Optional<VoidAnswer> takeBack(
      UUID accountId, UUID meetingId, UUID scanId, UUID id, String reason) {
    List<CheckInList> lists = ownMeetings.open(accountId, meetingId);
    ScanRow scan = find(scanId, meetingId).orElseThrow(NotYours::new);
    if (takenBack.isOfAnotherScan(id, scanId)) {
      return Optional.empty();
    }
    ScanVoid asked = new ScanVoid(id, scanId, clock.instant(), reason);
    VoidAnswer answer = settle(lists, scan, asked, clock.instant(), null, accountId);
    if (!answer.replayed()) {
      audit.record(
          accountId,
          scan.organisationId(),
          "SCAN_TAKEN_BACK",
          scanId,
          Map.of("outcome", answer.outcome().name()));
    }
    return Optional.of(answer);
  }

  private Optional<VoidAnswer> atDoor(Door door, ScanVoid asked, Instant at) {
    return find(asked.scanId(), door.lists().get(0).meetingId())
        .map(scan -> settle(door.lists(), scan, asked, at, door, null));
  }

  private Optional<ScanRow> find(UUID scanId, UUID meetingId) {
    return scans.findById(scanId).filter(scan -> scan.meetingId().equals(meetingId));
  }

  private VoidAnswer settle(
      List<CheckInList> lists,
      ScanRow scan,
      ScanVoid asked,
      Instant at,
      @Nullable Door door,
      @Nullable UUID accountId) {
    takenBack.lockScan(scan.id());
    Outcome known = takenBack.findOutcome(asked.voidId()).orElse(null);
    if (known != null) {
      return answer(asked, known, true);
    }
    Outcome outcome = judge(scan, at, door);
    takenBack.insert(
        asked.voidId(),
        scan.meetingId(),
        scan.organisationId(),
        scan.id(),
        door == null ? null : door.deviceId(),
        accountId,
        asked.at(),
        clock.instant(),
        asked.reason(),
        outcome.name());
    if (outcome == Outcome.VOIDED && scan.personId() != null) {
      settle.anew(Settle.together(list(lists, scan), lists), scan.personId());
    }
    return answer(asked, outcome, false);
  }

  private Outcome judge(ScanRow scan, Instant at, @Nullable Door door) {
    if (takenBack.isTakenBack(scan.id())) {
      return Outcome.VOID_ALREADY;
    }
    ScanOutcome told = takenBack.findTold(scan.id()).orElse(scan.outcome());
    if (told != ScanOutcome.ADMITTED && told != ScanOutcome.EXITED) {
      return Outcome.VOID_NOT_ADMITTED;
    }
    if (door == null || door.isRegistrar()) {
      return Outcome.VOIDED;
    }
    if (!scan.deviceId().equals(door.deviceId())) {
      return Outcome.VOID_OTHER_DEVICE;
    }
    Duration passed = Duration.between(scan.effectiveAt(), at);
    return passed.compareTo(IN_TIME) > 0 ? Outcome.VOID_TOO_LATE : Outcome.VOIDED;
  }

  private static CheckInList list(List<CheckInList> lists, ScanRow scan) {
    return lists.stream().filter(one -> one.id().equals(scan.listId())).findFirst().orElseThrow();
  }

  private static VoidAnswer answer(ScanVoid asked, Outcome outcome, boolean isReplayed) {
    String message =
        switch (outcome) {
          case VOIDED -> "Отметка отменена";
          case VOID_TOO_LATE -> "Прошло больше 15 минут. Отменить может старший";
          case VOID_OTHER_DEVICE -> "Отмечено на другом телефоне. Отменить может старший";
          case VOID_NOT_ADMITTED -> "По этой отметке никто не вошёл: отменять нечего";
          case VOID_ALREADY -> "Эта отметка уже отменена";
        };
    return new VoidAnswer(asked.voidId(), asked.scanId(), outcome, isReplayed, message);
  }
}
