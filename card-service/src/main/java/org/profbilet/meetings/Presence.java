package org.profbilet.meetings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.ScanOutcome;

/**
 * Whether a person is inside: a fold over the facts of one person on one list. The server does not
 * deny what happened: who was let in by a device was in the room; whether she counts is another
 * question.
 *
 * @param since the entry that began the present stay, or the last one
 * @param isCounted nobody disputes the stay
 * @param doubled scans by which another door admitted a person who was inside already
 */
record Presence(State state, @Nullable Passage since, boolean isCounted, List<UUID> doubled) {

  /** Two doors may differ by so much without anybody asking why. */
  static final Duration TOLERANCE = Duration.ofMinutes(2);

  enum State {
    NEVER_CAME,
    PRESENT,
    LEFT
  }

  Presence {
    doubled = List.copyOf(doubled);
  }

  static Presence of(List<Passage> facts) {
    State state = State.NEVER_CAME;
    Passage since = null;
    boolean isCounted = false;
    List<UUID> doubled = new ArrayList<>();
    for (Passage fact : facts.stream().sorted(Passage.ORDER).toList()) {
      if (fact.isExit() && state == State.PRESENT) {
        state = State.LEFT;
      } else if (fact.isEntry() && state != State.PRESENT) {
        state = State.PRESENT;
        since = fact;
        isCounted = fact.isUndisputed();
      } else if (fact.isEntry() && since != null) {
        isCounted |= fact.isUndisputed();
        if (isDouble(since, fact)) {
          doubled.add(fact.scanId());
        }
      }
    }
    return new Presence(state, since, isCounted, doubled);
  }

  boolean isPresent() {
    return state == State.PRESENT;
  }

  /** Two doors have told one person to come in, and not in one moment. */
  private static boolean isDouble(Passage first, Passage second) {
    return first.told() == ScanOutcome.ADMITTED
        && second.told() == ScanOutcome.ADMITTED
        && !first.deviceId().equals(second.deviceId())
        && !first.door().equals(second.door())
        && Duration.between(first.effectiveAt(), second.effectiveAt()).compareTo(TOLERANCE) > 0;
  }
}
