package org.profbilet.meetings.scans;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.profbilet.meetings.CheckInList;

/** Folds the facts of a locked person anew and keeps what has changed by them. */
@Singleton
public class Settle {

  private final People people;
  private final Conflicts conflicts;
  private final Clock clock;

  Settle(People people, Conflicts conflicts, Clock clock) {
    this.people = people;
    this.conflicts = conflicts;
    this.clock = clock;
  }

  /** The list itself and those on which presence ends when somebody enters it. */
  public static List<CheckInList> together(CheckInList list, List<CheckInList> lists) {
    List<CheckInList> all = new ArrayList<>(List.of(list));
    lists.stream()
        .filter(other -> !other.id().equals(list.id()) && other.excludes(list))
        .forEach(all::add);
    return all;
  }

  /** By a fact that was not among those before. */
  void add(List<CheckInList> together, UUID personId, List<Passage> before, Passage fact) {
    List<Passage> after = new ArrayList<>(before);
    after.removeIf(known -> known.scanId().equals(fact.scanId()));
    after.add(fact);
    Instant now = clock.instant();
    for (CheckInList list : together) {
      people.merge(list, personId, before);
      Presence was = Presence.of(list, before, now);
      Presence is = Presence.of(list, after, now);
      if (!is.equals(was) || list.settings().exitAt() != null) {
        people.keep(list, personId, is);
      }
      if (!is.findings().equals(was.findings())) {
        conflicts.keep(list, personId, is.findings());
      }
    }
  }

  /** Keeps others from deciding about a person who was scanned; before anything of hers changes. */
  public void hold(List<CheckInList> together, UUID personId) {
    people.lock(together, personId);
  }

  /** After something was taken back or ruled. */
  public void anew(List<CheckInList> together, UUID scannedId) {
    UUID personId = people.lock(together, scannedId);
    List<Passage> facts = people.passages(together, personId);
    Instant now = clock.instant();
    for (CheckInList list : together) {
      people.merge(list, personId, facts);
      Presence is = Presence.of(list, facts, now);
      people.keep(list, personId, is);
      conflicts.keep(list, personId, is.findings());
    }
  }
}
