package org.profbilet.contract.chair;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.profbilet.contract.scanner.DoorStatus;
import org.profbilet.contract.scanner.VoidAnswer;

/** What the registrar of a meeting rules about what the doors have told. */
@Tag(name = "chair")
public interface RegistrarApi {

  @Operation(operationId = "listConflicts", summary = "What doors and server told differently")
  @Get("/v1/chair/meetings/{meetingId}/conflicts")
  MeetingConflicts listConflicts(UUID meetingId);

  @Operation(operationId = "ruleOnConflict", summary = "Say what counts; the last ruling holds")
  @Put("/v1/chair/meetings/{meetingId}/conflicts/{conflictId}/ruling")
  MeetingConflicts rule(UUID meetingId, UUID conflictId, @Body @Valid NewRuling ruling);

  @Operation(operationId = "strikeScan", summary = "Take an entry back, at any time")
  @Post("/v1/chair/meetings/{meetingId}/scans/{scanId}/void")
  VoidAnswer takeBack(
      UUID meetingId, UUID scanId, @Header("Idempotency-Key") UUID key, @Body @Valid NewVoid taken);

  @Operation(operationId = "showListStatus", summary = "How the doors of a list are doing")
  @Get("/v1/chair/meetings/{meetingId}/lists/{listId}/status")
  DoorStatus showStatus(UUID meetingId, UUID listId);
}
