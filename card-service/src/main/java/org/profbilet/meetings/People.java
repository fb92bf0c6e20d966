package org.profbilet.meetings;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People before a list: who they are and whether they are inside. */
@Singleton
class People {

  private final HolderRepository holders;
  private final PresenceRepository presences;
  private final ScanRepository scans;

  People(HolderRepository holders, PresenceRepository presences, ScanRepository scans) {
    this.holders = holders;
    this.presences = presences;
    this.scans = scans;
  }

  /**
   * Whom a credential leads to; nobody where it did not prove itself, and where a number was typed
   * and no document was seen: a door is no directory.
   */
  @Nullable Holder find(CheckInList list, Reading reading, boolean isByHand, Instant at) {
    String ticketNumber = reading.ticketNumber();
    if (ticketNumber == null || reading.kind() == Reading.Kind.NUMBER && !isByHand) {
      return null;
    }
    return holders.find(list.id(), ticketNumber, reading.copy(), list.dayOf(at)).orElse(null);
  }

  /** Nobody else decides about this person on this list until the transaction ends. */
  void lock(CheckInList list, UUID personId, String handle) {
    presences.lock(list.id(), personId, list.meetingId(), list.organisationId(), handle);
  }

  List<Passage> passages(CheckInList list, UUID personId) {
    return scans.listPassages(list.id(), personId);
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
        presence.isCounted());
  }
}
