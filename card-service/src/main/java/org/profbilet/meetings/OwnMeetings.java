package org.profbilet.meetings;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;

/** Finds a meeting for its organisers and opens its rows to them. Call it inside a transaction. */
@Singleton
class OwnMeetings {

  private final Access access;
  private final RowScope scope;
  private final MeetingRepository meetings;

  OwnMeetings(Access access, RowScope scope, MeetingRepository meetings) {
    this.access = access;
    this.scope = scope;
    this.meetings = meetings;
  }

  /**
   * The list of a meeting that an organisation of this person has called.
   *
   * @throws NotYours where there is none
   */
  CheckInList open(UUID accountId, UUID meetingId) {
    for (Acting acting : access.listOf(accountId)) {
      scope.primary(acting.organisationId());
      var list = meetings.findList(meetingId);
      if (list.isPresent()) {
        return list.get();
      }
    }
    throw new NotYours();
  }
}
