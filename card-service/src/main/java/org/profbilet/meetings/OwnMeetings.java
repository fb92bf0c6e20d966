package org.profbilet.meetings;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;

/** Finds a meeting for its organisers and opens its rows to them. Call it inside a transaction. */
@Singleton
public class OwnMeetings {

  private final Access access;
  private final RowScope scope;
  private final Lists lists;

  OwnMeetings(Access access, RowScope scope, Lists lists) {
    this.access = access;
    this.scope = scope;
    this.lists = lists;
  }

  /**
   * The lists of a meeting that an organisation of this person has called, by their hours.
   *
   * @throws NotYours where there is none
   */
  public List<CheckInList> open(UUID accountId, UUID meetingId) {
    for (Acting acting : access.listOf(accountId)) {
      scope.primary(acting.organisationId());
      List<CheckInList> own = lists.of(meetingId);
      if (!own.isEmpty()) {
        return own;
      }
    }
    throw new NotYours();
  }

  /**
   * One list of it.
   *
   * @throws NotYours where there is none
   */
  public CheckInList open(UUID accountId, UUID meetingId, UUID listId) {
    return open(accountId, meetingId).stream()
        .filter(list -> list.id().equals(listId))
        .findFirst()
        .orElseThrow(NotYours::new);
  }
}
