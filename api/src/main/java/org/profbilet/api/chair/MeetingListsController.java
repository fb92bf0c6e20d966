package org.profbilet.api.chair;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.chair.ExpectedPeople;
import org.profbilet.contract.chair.ExpectedPerson;
import org.profbilet.contract.chair.ListChange;
import org.profbilet.contract.chair.MeetingLists;
import org.profbilet.contract.chair.MeetingListsApi;
import org.profbilet.contract.chair.NewList;
import org.profbilet.contract.chair.NewSheet;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.meetings.ChangeLists;
import org.profbilet.meetings.ExpectPeople;
import org.profbilet.meetings.ExpectedRow;
import org.profbilet.meetings.organisers.PrintSheet;
import org.profbilet.meetings.organisers.ShowMeetings;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class MeetingListsController implements MeetingListsApi {

  private final ChangeLists changeLists;
  private final ShowMeetings showMeetings;
  private final ExpectPeople expectPeople;
  private final PrintSheet printSheet;
  private final Caller caller;

  MeetingListsController(
      ChangeLists changeLists,
      ShowMeetings showMeetings,
      ExpectPeople expectPeople,
      PrintSheet printSheet,
      Caller caller) {
    this.changeLists = changeLists;
    this.showMeetings = showMeetings;
    this.expectPeople = expectPeople;
    this.printSheet = printSheet;
    this.caller = caller;
  }

  @Override
  public MeetingLists lists(UUID meetingId) {
    return showMeetings.showLists(caller.accountId(), meetingId);
  }

  @Override
  public MeetingLists add(
      UUID meetingId, @Header("Idempotency-Key") UUID key, @Body @Valid NewList list) {
    return unless(changeLists.add(caller.accountId(), meetingId, key, list), meetingId);
  }

  @Override
  public MeetingLists change(UUID meetingId, UUID listId, @Body @Valid ListChange change) {
    return unless(changeLists.change(caller.accountId(), meetingId, listId, change), meetingId);
  }

  @Override
  public MeetingLists close(UUID meetingId, UUID listId) {
    changeLists.close(caller.accountId(), meetingId, listId);
    return lists(meetingId);
  }

  @Override
  public HttpResponse<?> cancel(UUID meetingId) {
    changeLists.cancel(caller.accountId(), meetingId);
    return HttpResponse.noContent();
  }

  @Override
  public ExpectedPeople listPeople(UUID meetingId) {
    return new ExpectedPeople(
        expectPeople.list(caller.accountId(), meetingId).stream()
            .map(MeetingListsController::line)
            .toList());
  }

  @Override
  public HttpResponse<?> changePerson(
      UUID meetingId, UUID personId, @Body @Valid ExpectedPerson person) {
    expectPeople.change(caller.accountId(), meetingId, personId, person);
    return HttpResponse.noContent();
  }

  @Override
  public byte[] printSheet(
      UUID meetingId, @Header("Idempotency-Key") UUID key, @Body @Valid NewSheet sheet) {
    return printSheet
        .print(caller.accountId(), meetingId, key, sheet)
        .orElseThrow(() -> new Refusal(ProblemType.IDEMPOTENCY_MISMATCH));
  }

  private MeetingLists unless(Optional<ChangeLists.Reason> refusal, UUID meetingId) {
    if (refusal.isPresent()) {
      throw new Refusal(problem(refusal.get()));
    }
    return lists(meetingId);
  }

  private static ExpectedPeople.Line line(ExpectedRow row) {
    return new ExpectedPeople.Line(
        row.personId(),
        row.shortName(),
        row.category(),
        row.attention(),
        row.pendingWelcome(),
        row.mandate());
  }

  private static ProblemType problem(ChangeLists.Reason reason) {
    return switch (reason) {
      case WINDOW_WRONG -> ProblemType.MEETING_WINDOW_WRONG;
      case NOBODY_INVITED -> ProblemType.MEETING_NOBODY_INVITED;
      case SETTINGS_WRONG -> ProblemType.LIST_SETTINGS_WRONG;
      case IDEMPOTENCY_MISMATCH -> ProblemType.IDEMPOTENCY_MISMATCH;
    };
  }
}
