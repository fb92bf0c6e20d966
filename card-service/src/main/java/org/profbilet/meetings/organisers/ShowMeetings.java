package org.profbilet.meetings.organisers;

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
import org.profbilet.contract.chair.MeetingLists;
import org.profbilet.meetings.CheckInList;
import org.profbilet.meetings.Lists;
import org.profbilet.meetings.MeetingLine;
import org.profbilet.meetings.MeetingRepository;
import org.profbilet.meetings.OwnMeetings;
import org.profbilet.meetings.devices.DeviceRepository;
import org.profbilet.meetings.devices.DeviceRow;
import org.profbilet.meetings.scans.ConflictRepository;

/** Shows the organisers their meetings. */
@Singleton
public class ShowMeetings {

  private final Access access;
  private final RowScope scope;
  private final OwnMeetings ownMeetings;
  private final MeetingRepository meetings;
  private final DeviceRepository devices;
  private final ConflictRepository conflicts;
  private final Lists lists;

  ShowMeetings(
      Access access,
      RowScope scope,
      OwnMeetings ownMeetings,
      MeetingRepository meetings,
      DeviceRepository devices,
      ConflictRepository conflicts,
      Lists lists) {
    this.access = access;
    this.scope = scope;
    this.ownMeetings = ownMeetings;
    this.meetings = meetings;
    this.devices = devices;
    this.conflicts = conflicts;
    this.lists = lists;
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
    CheckInList list = ownMeetings.open(accountId, meetingId).get(0);
    return new Meeting(
        list.meetingId(),
        list.organisationId(),
        list.id(),
        meetings.findTitle(meetingId).orElseThrow(),
        list.kind(),
        list.policy(),
        list.opensAt(),
        list.closesAt(),
        list.zone(),
        list.cancelledAt(),
        lists.count(list),
        conflicts.countOpen(meetingId),
        devices.listOf(meetingId).stream().map(ShowMeetings::device).toList());
  }

  /**
   * The lists of a meeting, by their hours.
   *
   * @throws NotYours where the meeting is of another organisation
   */
  @Transactional
  public MeetingLists showLists(UUID accountId, UUID meetingId) {
    return new MeetingLists(
        ownMeetings.open(accountId, meetingId).stream().map(this::line).toList());
  }

  private MeetingLists.Line line(CheckInList list) {
    return new MeetingLists.Line(
        list.id(),
        list.name(),
        list.kind(),
        list.policy(),
        list.opensAt(),
        list.closesAt(),
        list.closedAt(),
        list.exclusiveGroup(),
        list.settings(),
        lists.count(list));
  }

  private static Device device(DeviceRow row) {
    return new Device(
        row.id(),
        row.name(),
        row.door(),
        row.role().name(),
        row.enrolledAt(),
        row.lastSeenAt(),
        row.revokedAt(),
        row.queueLength(),
        row.bundleMadeAt(),
        row.clockSkewMs());
  }
}
