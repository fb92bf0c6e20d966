package org.profbilet.contract.chair;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The passport of an organisation: kept by itself, read by those above it. */
@Tag(name = "chair")
public interface PassportApi {

  /**
   * @param on as it was on a day; today without it
   * @param knownAt as it was known at a moment; now without it
   */
  @Operation(operationId = "showPassport", summary = "The passport, today or on any past day")
  @Get("/v1/chair/organisations/{organisationId}/passport")
  PassportView show(
      UUID organisationId,
      @QueryValue @Nullable LocalDate on,
      @QueryValue @Nullable Instant knownAt);

  @Operation(operationId = "changePassport", summary = "Fill in fields; what is not named stays")
  @Put("/v1/chair/organisations/{organisationId}/passport")
  PassportView change(UUID organisationId, @Body @Valid PassportChange change);

  @Operation(operationId = "listPassportHistory", summary = "Every value a field ever had")
  @Get("/v1/chair/organisations/{organisationId}/passport/history")
  List<PassportEntry> history(UUID organisationId, @QueryValue @Nullable String field);

  @Operation(operationId = "declareHeadcount", summary = "Declare a number of people on a day")
  @Put("/v1/chair/organisations/{organisationId}/passport/headcounts")
  PassportView declare(UUID organisationId, @Body @Valid Headcount headcount);

  @Operation(operationId = "showRoadMap", summary = "The seven steps of a primary")
  @Get("/v1/chair/organisations/{organisationId}/road-map")
  RoadMapView roadMap(UUID organisationId);

  @Operation(
      operationId = "showStructure",
      summary = "Units, elected bodies and responsible persons, documents")
  @Get("/v1/chair/organisations/{organisationId}/structure")
  StructureView structure(UUID organisationId);

  @Operation(operationId = "openUnit", summary = "Open a structural unit; the key becomes its id")
  @Post("/v1/chair/organisations/{organisationId}/units")
  StructureView openUnit(
      UUID organisationId, @Header("Idempotency-Key") UUID key, @Body @Valid NewUnit unit);

  @Operation(operationId = "closeUnit", summary = "Close a unit from a day on")
  @Post("/v1/chair/organisations/{organisationId}/units/{unitId}/close")
  StructureView closeUnit(UUID organisationId, UUID unitId, @Body @Valid EndDay end);

  @Operation(
      operationId = "recordOfficial",
      summary = "Record somebody elected or appointed; the key becomes the id")
  @Post("/v1/chair/organisations/{organisationId}/officials")
  StructureView recordOfficial(
      UUID organisationId, @Header("Idempotency-Key") UUID key, @Body @Valid NewOfficial official);

  @Operation(operationId = "endOfficial", summary = "End a term of office from a day on")
  @Post("/v1/chair/organisations/{organisationId}/officials/{officialId}/end")
  StructureView endOfficial(UUID organisationId, UUID officialId, @Body @Valid EndDay end);

  @Operation(
      operationId = "addDocument",
      summary = "Add a paper to the list; the key becomes the id")
  @Post("/v1/chair/organisations/{organisationId}/documents")
  StructureView addDocument(
      UUID organisationId, @Header("Idempotency-Key") UUID key, @Body @Valid NewDocument document);

  @Operation(operationId = "removeDocument", summary = "Take a paper off the list")
  @Delete("/v1/chair/organisations/{organisationId}/documents/{documentId}")
  HttpResponse<?> removeDocument(UUID organisationId, UUID documentId);
}
