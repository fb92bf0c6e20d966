package org.profbilet.organisations;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives organisations their intervals: everything below has a position within (nested sets). The
 * intervals have gaps, so a new or a moved organisation touches no neighbour.
 */
@Singleton
public class Places {

  private static final long ROOT_LAST = Long.MAX_VALUE / 2;

  private final OrganisationRepository repository;

  Places(OrganisationRepository repository) {
    this.repository = repository;
  }

  /**
   * A place below a parent, which stays locked until the transaction ends; none where it is full.
   */
  Optional<Room> find(Level level, @Nullable UUID parentId) {
    if (parentId == null) {
      return Optional.of(new Room(0, ROOT_LAST, 0));
    }
    Room room = repository.findRoomIn(parentId).orElseThrow();
    long first = room.taken() + 1;
    long last = first + widthOf(level) - 1;
    return last > room.last() ? Optional.empty() : Optional.of(new Room(first, last, last));
  }

  /**
   * Puts an organisation with everything below it under another parent. Only rows of organisations
   * change, and every id stays.
   *
   * @return how many organisations moved, or 0 where the new parent has no room
   */
  public int move(Organisation moved, UUID parentId) {
    Optional<Room> place = find(moved.level(), parentId);
    if (place.isEmpty()) {
      return 0;
    }
    Room old = repository.getPlaceOf(moved.id());
    int rows = repository.shift(old.first(), old.last(), place.get().first() - old.first());
    repository.setParent(moved.id(), parentId);
    return rows;
  }

  /**
   * 1,000 regions' worth of room for a central council; 4,000 locals in a region; 4,000 primaries
   * in a local.
   */
  private static long widthOf(Level level) {
    return switch (level) {
      case CENTRAL -> ROOT_LAST;
      case REGIONAL -> 4_000L * widthOf(Level.LOCAL);
      case LOCAL -> 4_000L * widthOf(Level.PRIMARY);
      case PRIMARY -> 1_000L;
    };
  }
}
