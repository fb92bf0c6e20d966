package org.profbilet.meetings.scans;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.chair.MeetingConflicts.Kind;
import org.profbilet.contract.chair.MeetingConflicts.Ruling;
import org.profbilet.contract.scanner.RepeatPolicy;
import org.profbilet.contract.scanner.ScanOutcome;
import org.profbilet.contract.scanner.ScanReason;
import org.profbilet.meetings.CheckInList;
import org.profbilet.meetings.scans.Presence.State;

/**
 * Goes through the facts of one person in the order in which they happened. Nothing in it depends
 * on the order in which they were delivered: what the server answered is taken only where it was
 * decided by the person, her card and the list, never by what was known of her earlier scans.
 */
final class Fold {

  /** Two doors may differ by so much without anybody asking why. */
  static final Duration TOLERANCE = Duration.ofMinutes(2);

  private static final Set<ScanReason> BY_HISTORY =
      EnumSet.of(
          ScanReason.REENTRY_FORBIDDEN, ScanReason.RULE_FAILED, ScanReason.CREDENTIAL_REPLAYED);

  private static final Set<ScanReason> REVOCATIONS =
      EnumSet.of(
          ScanReason.CARD_REVOKED,
          ScanReason.CARD_BLOCKED,
          ScanReason.MEMBERSHIP_ENDED,
          ScanReason.MEMBERSHIP_SUSPENDED);

  private final CheckInList list;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Instant> entries = new ArrayList<>();
  private final Map<String, Passage> proofs = new HashMap<>();
  private State state = State.NEVER_CAME;
  private @Nullable Passage since;
  private boolean isCounted;

  Fold(CheckInList list) {
    this.list = list;
  }

  /** What is odd about a scan that led to nobody. */
  static List<Finding> ofNobody(ScanRow row, CheckInList list) {
    List<Finding> found = new ArrayList<>();
    if (row.quarantined()) {
      found.add(new Finding(row.id(), Kind.QUARANTINED));
    }
    if (row.clockUntrusted()) {
      found.add(new Finding(row.id(), Kind.CLOCK_UNTRUSTED));
    }
    if (row.isLate(list)) {
      found.add(new Finding(row.id(), Kind.LATE_UPLOAD));
    }
    return found;
  }

  void add(Passage fact) {
    boolean isHere = fact.listId().equals(list.id());
    if (isHere) {
      addOwnFindings(fact);
    }
    if (!fact.counts()) {
      return;
    }
    sendHome(fact.effectiveAt());
    if (!isHere) {
      if (fact.isEntry()) {
        leave();
      }
    } else if (fact.isExit()) {
      exit(fact);
    } else if (fact.isEntry()) {
      enter(fact);
    }
  }

  Presence end(Instant now) {
    sendHome(now);
    return new Presence(state, since, isCounted, entries, findings);
  }

  private void sendHome(Instant now) {
    if (since != null && state == State.PRESENT && list.isSentHome(since.effectiveAt(), now)) {
      state = State.LEFT;
    }
  }

  private void leave() {
    if (state == State.PRESENT) {
      state = State.LEFT;
    }
  }

  private void exit(Passage fact) {
    if (state == State.NEVER_CAME) {
      find(fact, Kind.EXIT_WITHOUT_ENTRY);
    }
    leave();
  }

  private void enter(Passage fact) {
    boolean isDisputed = isDisputed(fact);
    if (since == null || state != State.PRESENT || isNewEntry(since, fact)) {
      if (since != null && !since.personId().equals(fact.personId()) && state == State.PRESENT) {
        find(fact, Kind.PERSON_MERGED);
      }
      state = State.PRESENT;
      since = fact;
      entries.add(fact.effectiveAt());
      isCounted = !isDisputed;
      return;
    }
    isCounted |= !isDisputed;
    if (!since.personId().equals(fact.personId())) {
      find(fact, Kind.PERSON_MERGED);
    } else if (isDouble(since, fact)) {
      find(fact, Kind.DOUBLE_ADMISSION);
    }
  }

  /** Of somebody who is inside already. */
  private boolean isNewEntry(Passage before, Passage fact) {
    return switch (list.policy()) {
      case REENTRY, SINGLE -> false;
      case DAILY ->
          !list.dayOf(before.effectiveAt()).equals(list.dayOf(fact.effectiveAt()))
              && fact.told() == ScanOutcome.ADMITTED;
      case MULTI -> fact.told() == ScanOutcome.ADMITTED;
    };
  }

  /** Whether the registrar has to say that it counts. */
  private boolean isDisputed(Passage fact) {
    boolean isRefused =
        fact.outcome() == ScanOutcome.REFUSED && !BY_HISTORY.contains(fact.reason())
            || isAgainstHistory(fact);
    if (!isRefused || fact.told() != ScanOutcome.ADMITTED) {
      return isRefused && fact.ruling() != Ruling.COUNT;
    }
    find(
        fact,
        REVOCATIONS.contains(fact.reason())
            ? Kind.REVOKED_ADMITTED
            : Kind.SERVER_REFUSED_DEVICE_ADMITTED);
    return fact.ruling() != Ruling.COUNT;
  }

  /** A device let in whom all facts together would have kept outside. */
  private boolean isAgainstHistory(Passage fact) {
    Passage shown = fact.proof() == null ? null : proofs.putIfAbsent(fact.proof(), fact);
    if (!fact.isDecidedByDevice() || fact.isForced() || fact.told() != ScanOutcome.ADMITTED) {
      return false;
    }
    boolean isShownElsewhere = shown != null && !shown.deviceId().equals(fact.deviceId());
    boolean isBack = state == State.LEFT && list.policy() == RepeatPolicy.SINGLE;
    boolean isRuledOut =
        state != State.PRESENT && Rules.failing(list, fact.effectiveAt(), entries) != null;
    return isShownElsewhere || isBack || isRuledOut;
  }

  private void addOwnFindings(Passage fact) {
    if (fact.isTakenBack() || fact.ruling() == Ruling.STRIKE) {
      return;
    }
    if (fact.isQuarantined()) {
      find(fact, Kind.QUARANTINED);
    }
    if (fact.isClockUntrusted()) {
      find(fact, Kind.CLOCK_UNTRUSTED);
    }
    if (fact.isLate()) {
      find(fact, Kind.LATE_UPLOAD);
    }
    boolean isSentAway =
        fact.origin() == ScanRow.Origin.ONLINE
            && fact.outcome() == ScanOutcome.ADMITTED
            && (fact.told() == ScanOutcome.REFUSED || fact.told() == ScanOutcome.NOT_DECIDED);
    if (isSentAway) {
      find(fact, Kind.SERVER_ADMITTED_DEVICE_REFUSED);
    }
  }

  private void find(Passage fact, Kind kind) {
    findings.add(new Finding(fact.scanId(), kind));
  }

  /** Two doors have told one person to come in, and not in one moment. */
  private static boolean isDouble(Passage first, Passage second) {
    return first.told() == ScanOutcome.ADMITTED
        && second.told() == ScanOutcome.ADMITTED
        && !second.isForced()
        && !first.deviceId().equals(second.deviceId())
        && !first.door().equals(second.door())
        && Duration.between(first.effectiveAt(), second.effectiveAt()).compareTo(TOLERANCE) > 0;
  }
}
