package org.profbilet.contract.scanner;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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
      operationId = "synchroniseScans",
      summary = "Deliver what was scanned without a network, learn who came through other doors")
  @Post("/v1/scanner/sync")
  SyncAnswer synchronise(@Body @Valid SyncRequest request);
}
