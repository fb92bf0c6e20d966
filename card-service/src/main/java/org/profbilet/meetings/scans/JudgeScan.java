package org.profbilet.meetings.scans;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.NextAction;
import org.profbilet.contract.scanner.OverrideReason;
import org.profbilet.contract.scanner.Scan;
import org.profbilet.contract.scanner.ScanOutcome;
import org.profbilet.contract.scanner.ScanReason;
import org.profbilet.meetings.CheckInList;
import org.profbilet.meetings.Hashes;
import org.profbilet.meetings.devices.DeviceRow;
import org.profbilet.meetings.devices.Door;
import org.profbilet.meetings.scans.ScanRow.Origin;

/** Finds out all that a decision depends on, with the person locked, and decides. */
@Singleton
class JudgeScan {

  private final CredentialReader credentials;
  private final People people;
  private final ScanRepository scans;
  private final Clock clock;

  JudgeScan(CredentialReader credentials, People people, ScanRepository scans, Clock clock) {
    this.credentials = credentials;
    this.people = people;
    this.scans = scans;
    this.clock = clock;
  }

  /**
   * @param together the list and those that exclude it
   * @param facts all that was known of the person on them
   * @param category of the person, for whom a question is
   */
  record Judgement(ScanRow row, List<CheckInList> together, List<Passage> facts, String category) {}

  /**
   * @param delivery absent where the person is waiting
   */
  Judgement judge(Door door, CheckInList list, Scan scan, @Nullable Delivery delivery) {
    Timing timing =
        delivery == null
            ? Timing.online(clock.instant())
            : Timing.delivered(scan, delivery, door.enrolledAt());
    Reading reading = credentials.read(scan, list.event(), timing.at());
    Holder holder = people.find(list, reading, scan.override() != null, timing.at());
    List<CheckInList> together = Settle.together(list, door.lists());
    if (holder != null) {
      people.lock(together, holder.personId(), holder.ticketNumber());
    }
    Instant received = clock.instant();
    if (delivery == null) {
      timing = Timing.online(received);
    }
    List<Passage> facts = holder == null ? List.of() : people.passages(together, holder.personId());
    Situation now = situation(door, list, scan, delivery, reading, holder, facts, timing.at());
    ScanRow row = row(door, scan, delivery, now, timing, received);
    return new Judgement(row, together, facts, holder == null ? "" : holder.category());
  }

  private Situation situation(
      Door door,
      CheckInList list,
      Scan scan,
      @Nullable Delivery delivery,
      Reading reading,
      @Nullable Holder holder,
      List<Passage> facts,
      Instant at) {
    boolean isForced =
        scan.override() != null
            && scan.override().reason() == OverrideReason.REGISTRAR_DECISION
            && door.isRegistrar();
    return new Situation(
        scan.type(),
        reading,
        scan.override() != null,
        isForced,
        Boolean.TRUE.equals(scan.acceptPending()),
        canAsk(scan, delivery),
        scan.answers() == null ? Map.of() : scan.answers(),
        holder,
        isReplayed(door, reading),
        list,
        door.lists(),
        door.name(),
        at,
        Presence.of(list, delivery == null ? facts : before(facts, scan, at), at));
  }

  /** Who was let in while nobody could ask is not asked afterwards. */
  private static boolean canAsk(Scan scan, @Nullable Delivery delivery) {
    return delivery == null
        ? !Boolean.FALSE.equals(scan.canAsk())
        : scan.deviceDecision() != null
            && scan.deviceDecision().outcome() == ScanOutcome.INCOMPLETE;
  }

  /** Of these facts, what was known when it happened. */
  private static List<Passage> before(List<Passage> facts, Scan scan, Instant at) {
    return facts.stream()
        .filter(
            fact ->
                fact.effectiveAt().isBefore(at)
                    || fact.effectiveAt().equals(at) && fact.scanId().compareTo(scan.scanId()) < 0)
        .toList();
  }

  private boolean isReplayed(Door door, Reading reading) {
    Reading.ShownProof proof = reading.proof();
    return proof != null
        && scans.isShownElsewhere(proof.list(), proof.index(), proof.madeAt(), door.deviceId());
  }

  private static ScanRow row(
      Door door,
      Scan scan,
      @Nullable Delivery delivery,
      Situation now,
      Timing timing,
      Instant received) {
    Verdict verdict = DecisionTable.decide(now);
    Reading reading = now.reading();
    Reading.ShownProof proof = reading.proof();
    boolean isDuplicate = verdict.reason().outcome() == ScanOutcome.DUPLICATE;
    Passage first = isDuplicate ? now.presence().since() : null;
    return new ScanRow(
        scan.scanId(),
        now.list().meetingId(),
        now.list().organisationId(),
        now.list().id(),
        door.deviceId(),
        scan.deviceSeq(),
        door.name(),
        now.holder() == null ? null : now.holder().personId(),
        reading.kind(),
        Hashes.sha256(scan.credential().raw()),
        proof == null ? null : proof.list(),
        proof == null ? null : proof.index(),
        proof == null ? null : proof.madeAt(),
        scan.type(),
        origin(door, delivery),
        scan.scannedAt(),
        now.at(),
        received,
        timing.isUntrusted(),
        scan.override() == null ? null : scan.override().reason(),
        RecordScan.hash(scan),
        verdict.reason().outcome(),
        verdict.reason(),
        reading.nextAction() == null || verdict.reason() != reading.failure()
            ? nextAction(now, verdict)
            : reading.nextAction(),
        first == null ? null : first.effectiveAt(),
        first == null ? null : first.door(),
        verdict.detail(),
        door.isDraining(),
        scan.operatorId());
  }

  /** Who is not a member yet may be let in after a question, where the list says so. */
  private static NextAction nextAction(Situation now, Verdict verdict) {
    return verdict.reason() == ScanReason.MEMBERSHIP_PENDING && now.list().settings().takesPending()
        ? NextAction.CONFIRM_PENDING
        : verdict.reason().nextAction();
  }

  private static Origin origin(Door door, @Nullable Delivery delivery) {
    if (door.role() == DeviceRow.Role.PAPER) {
      return Origin.PAPER;
    }
    return delivery == null ? Origin.ONLINE : Origin.OFFLINE;
  }
}
