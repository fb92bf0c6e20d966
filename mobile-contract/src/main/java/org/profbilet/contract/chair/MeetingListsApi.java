package org.profbilet.contract.chair;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;

/** The lists of a meeting, whom they take, and sheets of paper for times without phones. */
@Tag(name = "chair")
public interface MeetingListsApi {

  @Operation(operationId = "listMeetingLists", summary = "The lists of a meeting")
  @Get("/v1/chair/meetings/{meetingId}/lists")
  MeetingLists lists(UUID meetingId);

  @Operation(operationId = "addMeetingList", summary = "One more list; the key becomes its id")
  @Post("/v1/chair/meetings/{meetingId}/lists")
  MeetingLists add(UUID meetingId, @Header("Idempotency-Key") UUID key, @Body @Valid NewList list);

  @Operation(operationId = "changeMeetingList", summary = "Change hours, policy, rules of a list")
  @Put("/v1/chair/meetings/{meetingId}/lists/{listId}")
  MeetingLists change(UUID meetingId, UUID listId, @Body @Valid ListChange change);

  @Operation(
      operationId = "closeMeetingList",
      summary = "End the registration: what is delivered later is an annex")
  @Post("/v1/chair/meetings/{meetingId}/lists/{listId}/close")
  MeetingLists close(UUID meetingId, UUID listId);

  @Operation(operationId = "cancelMeeting", summary = "Call the meeting off")
  @Post("/v1/chair/meetings/{meetingId}/cancel")
  HttpResponse<?> cancel(UUID meetingId);

  @Operation(operationId = "listExpectedPeople", summary = "Who is invited")
  @Get("/v1/chair/meetings/{meetingId}/people")
  ExpectedPeople listPeople(UUID meetingId);

  @Operation(operationId = "changeExpectedPerson", summary = "How a person is expected")
  @Put("/v1/chair/meetings/{meetingId}/people/{personId}")
  HttpResponse<?> changePerson(UUID meetingId, UUID personId, @Body @Valid ExpectedPerson person);

  @Operation(
      operationId = "printSheet",
      summary = "A numbered sheet to print, as PDF; the key becomes its id, the same key the same")
  @Post(value = "/v1/chair/meetings/{meetingId}/sheets", produces = "application/pdf")
  byte[] printSheet(
      UUID meetingId, @Header("Idempotency-Key") UUID key, @Body @Valid NewSheet sheet);
}
