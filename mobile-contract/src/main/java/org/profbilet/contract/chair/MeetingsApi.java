package org.profbilet.contract.chair;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Meetings of an organisation, the phones at their doors and who came. */
@Tag(name = "chair")
public interface MeetingsApi {

  @Operation(operationId = "createMeeting", summary = "Call a meeting; the key becomes its id")
  @Post("/v1/chair/meetings")
  Meeting create(
      @QueryValue UUID organisationId,
      @Header("Idempotency-Key") UUID key,
      @Body @Valid NewMeeting meeting);

  @Operation(operationId = "listMeetings", summary = "Meetings of an organisation, newest first")
  @Get("/v1/chair/meetings")
  MeetingList list(@QueryValue UUID organisationId);

  @Operation(operationId = "showMeeting", summary = "A meeting with its devices and counters")
  @Get("/v1/chair/meetings/{meetingId}")
  Meeting show(UUID meetingId);

  @Operation(
      operationId = "inviteDevice",
      summary = "A code for one phone at a door; shown once, because only its hash is kept")
  @Post("/v1/chair/meetings/{meetingId}/invitations")
  Invitation invite(
      UUID meetingId, @Header("Idempotency-Key") UUID key, @Body @Valid NewInvitation invitation);

  @Operation(operationId = "revokeDevice", summary = "End a phone's right at once")
  @Delete("/v1/chair/meetings/{meetingId}/devices/{deviceId}")
  HttpResponse<?> revokeDevice(UUID meetingId, UUID deviceId);

  @Operation(operationId = "listScans", summary = "What was scanned, newest first")
  @Get("/v1/chair/meetings/{meetingId}/scans")
  MeetingScans listScans(
      UUID meetingId, @QueryValue @Nullable UUID before, @QueryValue @Nullable Integer limit);
}
