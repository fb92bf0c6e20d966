package org.profbilet.meetings;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.profbilet.access.NotYours;
import org.profbilet.audit.Audit;
import org.profbilet.contract.chair.ExpectedPerson;

/** Shows who is invited to a meeting, and changes how somebody is expected. */
@Singleton
public class ExpectPeople {

  private final OwnMeetings ownMeetings;
  private final MeetingRepository meetings;
  private final Audit audit;

  ExpectPeople(OwnMeetings ownMeetings, MeetingRepository meetings, Audit audit) {
    this.ownMeetings = ownMeetings;
    this.meetings = meetings;
    this.audit = audit;
  }

  /** In the order of names; nobody where the meeting is open to all. */
  @Transactional
  public List<ExpectedRow> list(UUID accountId, UUID meetingId) {
    ownMeetings.open(accountId, meetingId);
    return meetings.listExpected(meetingId);
  }

  /**
   * @throws NotYours where she is not invited
   */
  @Transactional
  public void change(UUID accountId, UUID meetingId, UUID personId, ExpectedPerson person) {
    CheckInList list = ownMeetings.open(accountId, meetingId).get(0);
    int changed =
        meetings.markExpected(
            meetingId,
            personId,
            person.category().strip(),
            person.attention(),
            person.pendingWelcome(),
            person.mandate().name());
    if (changed == 0) {
      throw new NotYours();
    }
    audit.record(
        accountId,
        list.organisationId(),
        "EXPECTED_PERSON_CHANGED",
        meetingId,
        Map.of("mandate", person.mandate().name()));
  }
}
