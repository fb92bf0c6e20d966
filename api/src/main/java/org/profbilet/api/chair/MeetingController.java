package org.profbilet.api.chair;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.chair.Invitation;
import org.profbilet.contract.chair.Meeting;
import org.profbilet.contract.chair.MeetingList;
import org.profbilet.contract.chair.MeetingScans;
import org.profbilet.contract.chair.MeetingsApi;
import org.profbilet.contract.chair.NewInvitation;
import org.profbilet.contract.chair.NewMeeting;
import org.profbilet.contract.credential.PublicAddress;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.meetings.CreateMeeting;
import org.profbilet.meetings.CreateMeetingOutcome;
import org.profbilet.meetings.MeetingLine;
import org.profbilet.meetings.devices.InviteDevice;
import org.profbilet.meetings.devices.RevokeDevice;
import org.profbilet.meetings.organisers.ListScans;
import org.profbilet.meetings.organisers.ShowMeetings;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class MeetingController implements MeetingsApi {

  private static final int PAGE = 50;

  private final CreateMeeting createMeeting;
  private final ShowMeetings showMeetings;
  private final InviteDevice inviteDevice;
  private final RevokeDevice revokeDevice;
  private final ListScans listScans;
  private final PublicAddress address;
  private final Caller caller;

  MeetingController(
      CreateMeeting createMeeting,
      ShowMeetings showMeetings,
      InviteDevice inviteDevice,
      RevokeDevice revokeDevice,
      ListScans listScans,
      PublicAddress address,
      Caller caller) {
    this.createMeeting = createMeeting;
    this.showMeetings = showMeetings;
    this.inviteDevice = inviteDevice;
    this.revokeDevice = revokeDevice;
    this.listScans = listScans;
    this.address = address;
    this.caller = caller;
  }

  @Override
  public Meeting create(
      @QueryValue UUID organisationId,
      @Header("Idempotency-Key") UUID key,
      @Body @Valid NewMeeting meeting) {
    CreateMeetingOutcome outcome =
        createMeeting.create(caller.accountId(), organisationId, key, meeting);
    if (outcome instanceof CreateMeetingOutcome.Created created) {
      return showMeetings.show(caller.accountId(), created.meetingId());
    }
    throw new Refusal(problem(((CreateMeetingOutcome.Refused) outcome).reason()));
  }

  @Override
  public MeetingList list(@QueryValue UUID organisationId) {
    return new MeetingList(
        showMeetings.list(caller.accountId(), organisationId).stream()
            .map(MeetingController::line)
            .toList());
  }

  @Override
  public Meeting show(UUID meetingId) {
    return showMeetings.show(caller.accountId(), meetingId);
  }

  @Override
  public Invitation invite(
      UUID meetingId, @Header("Idempotency-Key") UUID key, @Body @Valid NewInvitation invitation) {
    return inviteDevice
        .invite(caller.accountId(), meetingId, key, invitation)
        .map(this::invitation)
        .orElseThrow(() -> new Refusal(ProblemType.IDEMPOTENCY_MISMATCH));
  }

  @Override
  public HttpResponse<?> revokeDevice(UUID meetingId, UUID deviceId) {
    revokeDevice.revoke(caller.accountId(), meetingId, deviceId);
    return HttpResponse.noContent();
  }

  @Override
  public MeetingScans listScans(
      UUID meetingId, @QueryValue @Nullable UUID before, @QueryValue @Nullable Integer limit) {
    return listScans.list(caller.accountId(), meetingId, before, limit == null ? PAGE : limit);
  }

  private Invitation invitation(InviteDevice.Invited invited) {
    return new Invitation(
        invited.id(),
        invited.door(),
        address.inCapitals() + "/D#" + invited.code(),
        invited.expiresAt());
  }

  private static MeetingList.Line line(MeetingLine line) {
    return new MeetingList.Line(
        line.id(),
        line.title(),
        line.kind(),
        line.opensAt(),
        line.closesAt(),
        line.zone(),
        line.present());
  }

  private static ProblemType problem(CreateMeetingOutcome.Reason reason) {
    return switch (reason) {
      case WINDOW_EMPTY, WINDOW_TOO_LONG -> ProblemType.MEETING_WINDOW_WRONG;
      case ZONE_UNKNOWN -> ProblemType.MEETING_ZONE_UNKNOWN;
      case NOBODY_INVITED -> ProblemType.MEETING_NOBODY_INVITED;
      case LIST_NOT_EXPECTED -> ProblemType.MEETING_LIST_NOT_EXPECTED;
      case INVITED_NOT_YOURS -> ProblemType.MEETING_INVITED_NOT_YOURS;
      case IDEMPOTENCY_MISMATCH -> ProblemType.IDEMPOTENCY_MISMATCH;
    };
  }
}
