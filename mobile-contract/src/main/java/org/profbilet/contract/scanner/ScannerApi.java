package org.profbilet.contract.scanner;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A phone at the door of a meeting. A decided scan is 200 with an outcome; every other status means
 * that nothing was decided.
 */
@Tag(name = "scanner")
public interface ScannerApi {

  @Operation(
      operationId = "enrolDevice",
      summary = "Turn an invitation into a device; 410 when the code was used or is too old")
  @Post("/v1/scanner/devices/enrol")
  EnrolledDevice enrol(@Body @Valid DeviceEnrolment enrolment);

  @Operation(operationId = "openScannerSession", summary = "An access token for a device's proof")
  @Post("/v1/scanner/session")
  ScannerSession openSession(@Body @Valid DeviceProof proof);

  @Operation(
      operationId = "takePhone",
      summary = "Who holds a shared phone from now on; five wrong pins and it waits 15 minutes")
  @Post("/v1/scanner/operator")
  DoorOperator takePhone(@Body @Valid OperatorPin pin);

  @Operation(operationId = "showDoorList", summary = "What is scanned into, and how many came")
  @Get("/v1/scanner/lists/{listId}")
  DoorList showList(UUID listId);

  @Operation(operationId = "downloadListBundle", summary = "The list for times without a network")
  @Get("/v1/scanner/lists/{listId}/bundle")
  HttpResponse<ListBundle> downloadBundle(
      UUID listId, @Header("If-None-Match") @Nullable String known);

  @Operation(operationId = "scan", summary = "Decide on a code that was shown")
  @Post("/v1/scanner/scans")
  ScanAnswer scan(@Header("Idempotency-Key") UUID key, @Body @Valid Scan scan);

  @Operation(
      operationId = "previewScan",
      summary = "What would be decided on a code; a registrar's phone")
  @Post("/v1/scanner/scans/preview")
  ScanPreview preview(@Body @Valid Scan scan);

  @Operation(
      operationId = "voidScan",
      summary = "Take an entry back: 15 minutes from the same phone, a registrar at any time")
  @Post("/v1/scanner/scans/{scanId}/void")
  VoidAnswer takeBack(UUID scanId, @Body @Valid ScanVoid taken);

  @Operation(
      operationId = "searchAtDoor",
      summary = "People of the meeting by name, from 3 letters on; a registrar's phone, counted")
  @Get("/v1/scanner/lists/{listId}/search")
  FoundPeople search(UUID listId, @QueryValue @Size(max = 60) String q);

  @Operation(operationId = "showDoorStatus", summary = "How all doors of a list are doing")
  @Get("/v1/scanner/lists/{listId}/status")
  DoorStatus showStatus(UUID listId);

  @Operation(
      operationId = "downloadListDelta",
      summary = "The parts of the offline list that differ from those on the device")
  @Post("/v1/scanner/lists/{listId}/delta")
  ListDelta downloadDelta(UUID listId, @Body @Valid PartDigests known);

  @Operation(operationId = "listPaperSheets", summary = "Numbered sheets; a registrar's phone")
  @Get("/v1/scanner/lists/{listId}/sheets")
  List<PaperSheet> listSheets(UUID listId);

  @Operation(
      operationId = "enterPaperLine",
      summary = "Enter a line of a sheet; the same line again gets the same answer")
  @Post("/v1/scanner/lists/{listId}/sheets/{paperId}/lines")
  ScanAnswer enterLine(UUID listId, UUID paperId, @Body @Valid PaperLine line);

  @Operation(
      operationId = "synchroniseScans",
      summary = "Deliver what was scanned without a network, learn who came through other doors")
  @Post("/v1/scanner/sync")
  SyncAnswer synchronise(@Body @Valid SyncRequest request);
}
