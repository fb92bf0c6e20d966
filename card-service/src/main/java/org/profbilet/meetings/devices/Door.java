package org.profbilet.meetings.devices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.meetings.CheckInList;

/**
 * A device before its lists.
 *
 * @param enrolledAt before it nothing was scanned here
 * @param lists all of the meeting, for one list may end presence on another
 * @param scanned those that this device may scan
 * @param isDraining its right has ended: it delivers what it still has, and nothing else
 */
public record Door(
    UUID deviceId,
    String name,
    DeviceRow.Role role,
    Instant enrolledAt,
    List<CheckInList> lists,
    List<CheckInList> scanned,
    boolean isDraining) {

  public Door {
    lists = List.copyOf(lists);
    scanned = List.copyOf(scanned);
  }

  /** One that this device may scan. */
  public Optional<CheckInList> list(UUID listId) {
    return scanned.stream().filter(list -> list.id().equals(listId)).findFirst();
  }

  public boolean isRegistrar() {
    return role == DeviceRow.Role.REGISTRAR;
  }
}
