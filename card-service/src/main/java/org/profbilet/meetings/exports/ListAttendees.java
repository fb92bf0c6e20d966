package org.profbilet.meetings.exports;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.NotYours;
import org.profbilet.audit.Audit;
import org.profbilet.contract.scanner.ListKind;
import org.profbilet.meetings.CheckInList;
import org.profbilet.meetings.Lists;
import org.profbilet.meetings.MeetingRepository;
import org.profbilet.meetings.OwnMeetings;

/** People of a list for whoever takes them away; every time it is on record. */
@Singleton
class ListAttendees {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final OwnMeetings ownMeetings;
  private final MeetingRepository meetings;
  private final AttendeeRepository attendees;
  private final Audit audit;

  ListAttendees(
      OwnMeetings ownMeetings,
      MeetingRepository meetings,
      AttendeeRepository attendees,
      Audit audit) {
    this.ownMeetings = ownMeetings;
    this.meetings = meetings;
    this.attendees = attendees;
    this.audit = audit;
  }

  /** A list with its people, in the order of names, and the title of the meeting. */
  record Attended(String title, CheckInList list, List<AttendeeRow> people) {

    /** Days and hours are those of the place where the meeting is. */
    String day() {
      return DAY.format(list.opensAt().atZone(ZoneId.of(list.zone())));
    }

    String hour(@Nullable Instant moment) {
      return moment == null ? "" : HOUR.format(moment.atZone(ZoneId.of(list.zone())));
    }
  }

  /**
   * @param what is taken away, for the record
   * @throws NotYours where the list is of another organisation
   */
  Attended list(UUID accountId, UUID meetingId, UUID listId, String what) {
    CheckInList list = ownMeetings.open(accountId, meetingId, listId);
    List<AttendeeRow> people =
        attendees.listOf(
            meetingId, listId, list.kind() == ListKind.INVITED, Lists.categories(list));
    audit.record(
        accountId,
        list.organisationId(),
        "MEETING_EXPORTED",
        listId,
        Map.of("what", what, "people", people.size()));
    return new Attended(meetings.findTitle(meetingId).orElseThrow(), list, people);
  }
}
