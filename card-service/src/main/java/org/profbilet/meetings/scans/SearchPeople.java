package org.profbilet.meetings.scans;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.audit.Audit;
import org.profbilet.contract.scanner.FoundPeople;
import org.profbilet.contract.scanner.FoundPeople.Found;
import org.profbilet.meetings.CheckInList;
import org.profbilet.meetings.devices.DeviceRevoked;
import org.profbilet.meetings.devices.Doors;
import org.profbilet.meetings.devices.RegistrarOnly;

/** Finds somebody who came without a ticket. A door is no directory: every look is on record. */
@Singleton
public class SearchPeople {

  private static final int SHORTEST = 3;

  private final Doors doors;
  private final HolderRepository holders;
  private final PresenceRepository presences;
  private final Audit audit;
  private final Clock clock;

  SearchPeople(
      Doors doors,
      HolderRepository holders,
      PresenceRepository presences,
      Audit audit,
      Clock clock) {
    this.doors = doors;
    this.holders = holders;
    this.presences = presences;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * At most twenty of those expected or scanned at the meeting.
   *
   * @return empty where fewer than three letters were typed
   * @throws DeviceRevoked where the device's right has ended
   * @throws RegistrarOnly where a volunteer's phone asks
   */
  @Transactional
  public Optional<FoundPeople> search(UUID deviceId, UUID listId, String typed) {
    CheckInList list = doors.lookAsRegistrar(deviceId, listId).list();
    String beginning = typed.strip().replaceAll("\\s+", " ");
    if (beginning.length() < SHORTEST) {
      return Optional.empty();
    }
    List<FoundRow> rows = holders.search(beginning, list.dayOf(clock.instant()));
    audit.record(
        null, list.organisationId(), "DOOR_SEARCHED", deviceId, Map.of("found", rows.size()));
    return Optional.of(new FoundPeople(rows.stream().map(row -> found(list, row)).toList()));
  }

  /** From now on the handle leads to her: she may be admitted by hand. */
  private Found found(CheckInList list, FoundRow row) {
    String handle = list.handleOf(row.ticketNumber());
    presences.lock(list.id(), row.personId(), list.meetingId(), list.organisationId(), handle);
    Presence.State state =
        presences.findState(list.id(), row.personId()).orElse(Presence.State.NEVER_CAME);
    return new Found(handle, row.shortName(), row.category(), state.name(), row.isMember());
  }
}
