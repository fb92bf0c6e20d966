package org.profbilet.meetings.scans;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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
  void lock(List<CheckInList> lists, UUID personId, String ticketNumber) {
    lists.stream()
        .sorted(Comparator.comparing(CheckInList::id))
        .forEach(
            list ->
                presences.lock(
                    list.id(),
                    personId,
                    list.meetingId(),
                    list.organisationId(),
                    list.handleOf(ticketNumber)));
  }

  /**
   * The same for somebody who was scanned before.
   *
   * @return the record of hers that stays, where this one was merged into it meanwhile
   */
  UUID lock(List<CheckInList> lists, UUID personId) {
    KeptRecord kept = holders.findKept(personId).orElseThrow();
    lock(lists, kept.personId(), kept.ticketNumber());
    return kept.personId();
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
    String hour = list.settings().exitAt();
    if (hour != null) {
      LocalDateTime emptied = list.lastTime(LocalTime.parse(hour), clock.instant());
      presences.markSentHome(list.id(), list.zone(), emptied.toString());
    }
  }
}
