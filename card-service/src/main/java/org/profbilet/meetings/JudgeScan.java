package org.profbilet.meetings;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.Scan;
import org.profbilet.contract.scanner.ScanOutcome;
import org.profbilet.contract.scanner.ScanReason;
import org.profbilet.contract.scanner.SyncRequest;
import org.profbilet.meetings.ScanRow.Origin;

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
   * @param delivery absent where the person is waiting
   */
  Judgement judge(Door door, Scan scan, @Nullable SyncRequest delivery) {
    Timing timing = timing(door, scan, delivery);
    Reading reading = credentials.read(scan, door.list().event(), timing.at());
    Holder holder = people.find(door.list(), reading, scan.override() != null, timing.at());
    if (holder != null && reading.ticketNumber() != null) {
      String handle = door.list().handleOf(reading.ticketNumber());
      people.lock(door.list(), holder.personId(), handle);
    }
    Instant received = clock.instant();
    if (delivery == null) {
      timing = Timing.online(received);
    }
    List<Passage> facts =
        holder == null ? List.of() : people.passages(door.list(), holder.personId());
    Presence before = presence(facts, door, scan, delivery == null ? null : timing.at(), received);
    Situation situation =
        new Situation(
            scan.type(),
            reading,
            scan.override() != null,
            holder,
            isReplayed(door, reading),
            door.list(),
            timing.at(),
            before);
    return new Judgement(
        row(door, scan, delivery, situation, timing.isUntrusted(), received), facts);
  }

  /**
   * @param facts all that was known of the person on this list
   */
  record Judgement(ScanRow row, List<Passage> facts) {}

  private Timing timing(Door door, Scan scan, @Nullable SyncRequest delivery) {
    Instant now = clock.instant();
    return delivery == null
        ? Timing.online(now)
        : Timing.delivered(scan, delivery, door.lastSeenAt(), now);
  }

  /**
   * Of these facts, what was known when it happened.
   *
   * @param until absent for a person who waits: then all that is known counts
   */
  private static Presence presence(
      List<Passage> facts, Door door, Scan scan, @Nullable Instant until, Instant received) {
    if (until == null) {
      return Presence.of(facts);
    }
    Passage here =
        new Passage(
            scan.scanId(),
            door.deviceId(),
            door.name(),
            until,
            received,
            ScanOutcome.REFUSED,
            null);
    return Presence.of(
        facts.stream().filter(fact -> Passage.ORDER.compare(fact, here) < 0).toList());
  }

  private boolean isReplayed(Door door, Reading reading) {
    Reading.ShownProof proof = reading.proof();
    return proof != null
        && scans.isShownElsewhere(proof.list(), proof.index(), proof.madeAt(), door.deviceId());
  }

  private static ScanRow row(
      Door door,
      Scan scan,
      @Nullable SyncRequest delivery,
      Situation now,
      boolean isClockUntrusted,
      Instant received) {
    ScanReason reason = DecisionTable.decide(now);
    Reading reading = now.reading();
    Reading.ShownProof proof = reading.proof();
    Passage first = reason.outcome() == ScanOutcome.DUPLICATE ? now.presence().since() : null;
    return new ScanRow(
        scan.scanId(),
        door.list().meetingId(),
        door.list().organisationId(),
        door.list().id(),
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
        delivery == null ? Origin.ONLINE : Origin.OFFLINE,
        scan.scannedAt(),
        now.at(),
        received,
        isClockUntrusted,
        scan.override() == null ? null : scan.override().reason(),
        RecordScan.hash(scan),
        reason.outcome(),
        reason,
        reading.nextAction() == null || reason != reading.failure()
            ? reason.nextAction()
            : reading.nextAction(),
        first == null ? null : first.effectiveAt(),
        first == null ? null : first.door());
  }
}
