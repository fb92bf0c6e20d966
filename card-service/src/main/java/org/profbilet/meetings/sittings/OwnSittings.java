package org.profbilet.meetings.sittings;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.profbilet.access.NotYours;
import org.profbilet.meetings.CheckInList;
import org.profbilet.meetings.OwnMeetings;
import org.profbilet.meetings.quorum.BodyRepository;
import org.profbilet.meetings.quorum.BodyRow;

/** Finds a sitting for its organisers and opens its rows. Call it inside a transaction. */
@Singleton
class OwnSittings {

  private final OwnMeetings ownMeetings;
  private final SittingRepository sittings;
  private final BodyRepository bodies;

  OwnSittings(OwnMeetings ownMeetings, SittingRepository sittings, BodyRepository bodies) {
    this.ownMeetings = ownMeetings;
    this.sittings = sittings;
    this.bodies = bodies;
  }

  /**
   * @param meeting its first list, which has its name
   */
  record Opened(SittingRow sitting, BodyRow body, CheckInList meeting) {}

  /**
   * @throws NotYours where the organisation of this person has no such sitting
   */
  Opened open(UUID accountId, UUID meetingId, UUID sittingId) {
    CheckInList meeting = ownMeetings.open(accountId, meetingId).get(0);
    SittingRow sitting =
        sittings
            .findById(sittingId)
            .filter(row -> row.meetingId().equals(meetingId))
            .orElseThrow(NotYours::new);
    return new Opened(sitting, bodies.findById(sitting.bodyId()).orElseThrow(), meeting);
  }

  /**
   * The same; no mandate, snapshot, vote or paper of the body changes until the transaction ends.
   *
   * @throws NotYours as above
   */
  Opened lock(UUID accountId, UUID meetingId, UUID sittingId) {
    Opened opened = open(accountId, meetingId, sittingId);
    if (bodies.lock(opened.body().id()).isEmpty()) {
      throw new NotYours();
    }
    return opened;
  }
}
