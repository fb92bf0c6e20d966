package org.profbilet.meetings;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.access.NotYours;
import org.profbilet.access.Right;
import org.profbilet.access.RowScope;
import org.profbilet.contract.chair.Meeting;
import org.profbilet.contract.chair.Meeting.Device;

/** Shows the organisers their meetings. */
@Singleton
public class ShowMeetings {

  private final Access access;
  private final RowScope scope;
  private final OwnMeetings ownMeetings;
  private final MeetingRepository meetings;
  private final DeviceRepository devices;
  private final Answers answers;

  ShowMeetings(
      Access access,
      RowScope scope,
      OwnMeetings ownMeetings,
      MeetingRepository meetings,
      DeviceRepository devices,
      Answers answers) {
    this.access = access;
    this.scope = scope;
    this.ownMeetings = ownMeetings;
    this.meetings = meetings;
    this.devices = devices;
    this.answers = answers;
  }

  /**
   * @throws NotYours where the person does not act for the organisation
   */
  @Transactional
  public List<MeetingLine> list(UUID accountId, UUID organisationId) {
    access.allow(accountId, organisationId, Right.HOLD_MEETINGS);
    scope.primary(organisationId);
    return meetings.listOf(organisationId);
  }

  /**
   * @throws NotYours where the meeting is of another organisation
   */
  @Transactional
  public Meeting show(UUID accountId, UUID meetingId) {
    CheckInList list = ownMeetings.open(accountId, meetingId);
    return new Meeting(
        list.meetingId(),
        list.organisationId(),
        list.id(),
        list.title(),
        list.kind(),
        list.policy(),
        list.opensAt(),
        list.closesAt(),
        list.zone(),
        answers.count(list),
        meetings.countOpenConflicts(meetingId),
        devices.listOf(meetingId).stream().map(ShowMeetings::device).toList());
  }

  private static Device device(DeviceRow row) {
    return new Device(
        row.id(), row.name(), row.door(), row.enrolledAt(), row.lastSeenAt(), row.revokedAt());
  }
}
