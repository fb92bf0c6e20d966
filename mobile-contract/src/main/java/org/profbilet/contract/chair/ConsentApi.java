package org.profbilet.contract.chair;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Consents of the members of a primary: three purposes, three papers. */
@Tag(name = "chair")
public interface ConsentApi {

  @Operation(
      operationId = "listConsents",
      summary = "All members and what they decided, those who have not decided first")
  @Get("/v1/chair/primaries/{primaryId}/consents")
  ConsentList list(UUID primaryId, @QueryValue ConsentPurpose purpose);

  @Operation(operationId = "recordConsents", summary = "Mark signed papers: these, or all except")
  @Post("/v1/chair/primaries/{primaryId}/consents")
  ConsentsRecorded record(
      UUID primaryId, @Header("Idempotency-Key") UUID key, @Body @Valid ConsentRecording recording);

  @Operation(operationId = "withdrawConsent", summary = "Record a written withdrawal; acts at once")
  @Post("/v1/chair/primaries/{primaryId}/consents/withdrawals")
  ConsentWithdrawn withdraw(UUID primaryId, @Body @Valid ConsentWithdrawal withdrawal);

  /**
   * @param personId whose sheets; all who have not decided, where none is given
   * @param pack which hundred of them, from 1
   */
  @Operation(operationId = "printConsentSheets", summary = "Papers to sign, one a page (PDF)")
  @Get("/v1/chair/primaries/{primaryId}/consents/sheets")
  @Produces("application/pdf")
  HttpResponse<byte[]> sheets(
      UUID primaryId,
      @QueryValue ConsentPurpose purpose,
      @QueryValue @Nullable List<UUID> personId,
      @QueryValue(defaultValue = "1") @Min(1) @Max(1000) int pack);

  @Operation(
      operationId = "showPrintedConsents",
      summary = "The sheets that were printed together, by the number in the corner of each")
  @Get("/v1/chair/primaries/{primaryId}/consents/printed-lists/{number}")
  PrintedConsents printedList(UUID primaryId, @Min(1) int number);

  @Operation(
      operationId = "showPrintedConsentsOfSheet",
      summary = "The same list, by the code of any of its sheets")
  @Get("/v1/chair/primaries/{primaryId}/consents/sheets/{sheetId}/printed-list")
  PrintedConsents printedListOfSheet(UUID primaryId, UUID sheetId);
}
