package org.profbilet.meetings.scans;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.profbilet.meetings.CheckInList;

/** People before a list: who they are and whether they are inside. */
@Singleton
class People {

  private final HolderRepository holders;
  private final PresenceRepository presences;
  private final ScanRepository scans;
  private final Clock clock;

  People(
      HolderRepository holders, PresenceRepository presences, ScanRepository scans, Clock clock) {
    this.holders = holders;
    this.presences = presences;
    this.scans = scans;
    this.clock = clock;
  }

  /**
   * Whom a credential leads to; nobody where it did not prove itself, and where a number was typed
   * and no document was seen: a door is no directory.
   */
  @Nullable Holder find(CheckInList list, Reading reading, boolean isByHand, Instant at) {
    if (reading.handle() != null) {
      UUID personId = presences.findPerson(list.id(), reading.handle()).orElse(null);
      return personId == null
          ? null
          : holders.find(null, null, personId, list.dayOf(at)).orElse(null);
    }
    String ticketNumber = reading.ticketNumber();
    if (ticketNumber == null || reading.kind() == Reading.Kind.NUMBER && !isByHand) {
      return null;
    }
    return holders.find(ticketNumber, reading.copy(), null, list.dayOf(at)).orElse(null);
  }

  /** Nobody else decides about this person on these lists until the transaction ends. */
  void lock(List<CheckInList> lists, Holder holder) {
    inOrder(lists)
        .forEach(
            list ->
                presences.lock(
                    list.id(),
                    holder.personId(),
                    list.meetingId(),
                    list.organisationId(),
                    list.handleOf(holder.ticketNumber())));
  }

  /** The same for somebody who was scanned before. */
  void lock(List<CheckInList> lists, UUID personId) {
    inOrder(lists).forEach(list -> presences.lockKnown(list.id(), personId));
  }

  private static Stream<CheckInList> inOrder(List<CheckInList> lists) {
    return lists.stream().sorted(Comparator.comparing(CheckInList::id));
  }

  /** All that is known of a person on these lists, also by a record that was merged into hers. */
  List<Passage> passages(List<CheckInList> lists, UUID personId) {
    String ids = lists.stream().map(list -> list.id().toString()).collect(Collectors.joining(","));
    return scans.listPassages(ids, personId);
  }

  /** Keeps what the facts of a locked person come to. */
  void keep(CheckInList list, UUID personId, Presence presence) {
    Passage since = presence.since();
    presences.mark(
        list.id(),
        personId,
        presence.state().name(),
        since == null ? null : since.effectiveAt(),
        since == null ? null : since.door(),
        presence.isCounted(),
        presence.entries().stream()
            .map(entry -> Long.toString(entry.toEpochMilli()))
            .collect(Collectors.joining(",")));
  }

  /** Two records of one human are one presence, that of the record which stays. */
  void merge(CheckInList list, UUID personId, List<Passage> facts) {
    facts.stream()
        .map(Passage::personId)
        .filter(record -> !record.equals(personId))
        .distinct()
        .forEach(record -> presences.markMerged(list.id(), record));
  }

  /** Whoever is inside past the hour at which a list empties has left. */
  void sendHome(CheckInList list) {
    if (list.settings().exitAt() == null) {
      return;
    }
    Instant now = clock.instant();
    presences.listPresent(list.id()).stream()
        .filter(row -> list.isSentHome(row.since(), now))
        .forEach(row -> presences.markLeft(list.id(), row.personId()));
  }
}
