package org.profbilet.meetings.scans;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.profbilet.meetings.CheckInList;

/**
 * Whether a person is inside: a fold over the facts of one person on one list. The server does not
 * deny what happened: who was let in by a device was in the room; whether she counts is another
 * question.
 *
 * @param since the entry that began the present stay, or the last one
 * @param isCounted nobody disputes the stay
 * @param entries when she came in, each time
 * @param findings what is odd about the facts, in the order of scans
 */
record Presence(
    State state,
    @Nullable Passage since,
    boolean isCounted,
    List<Instant> entries,
    List<Finding> findings) {

  enum State {
    NEVER_CAME,
    PRESENT,
    LEFT
  }

  Presence {
    entries = List.copyOf(entries);
    findings =
        findings.stream()
            .distinct()
            .sorted(Comparator.comparing(Finding::scanId).thenComparing(Finding::kind))
            .toList();
  }

  /**
   * @param facts of one person, on this list and on those that exclude it, in any order
   * @param now until when the hour at which the list empties is looked for
   */
  static Presence of(CheckInList list, List<Passage> facts, Instant now) {
    Fold fold = new Fold(list);
    facts.stream().sorted(Passage.ORDER).forEach(fold::add);
    return fold.end(now);
  }

  boolean isPresent() {
    return state == State.PRESENT;
  }
}
