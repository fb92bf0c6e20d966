package org.profbilet.contract.office;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;

/** How far the organisations below are on the road map of seven steps: counts, no people. */
@Tag(name = "office")
public interface ProgressApi {

  @Operation(
      operationId = "showProgress",
      summary = "Each organisation directly below: steps done, the word for its work, readiness")
  @Get("/v1/office/organisations/{organisationId}/progress")
  List<TerritoryProgress> progress(UUID organisationId);

  @Operation(
      operationId = "listOverdue",
      summary = "Primaries below that are late with a step, with the telephone of the chair")
  @Get("/v1/office/organisations/{organisationId}/overdue")
  List<OverduePrimary> overdue(UUID organisationId);

  @Operation(operationId = "showDueDates", summary = "By which day which step is to be done")
  @Get("/v1/office/organisations/{organisationId}/due-dates")
  List<StepDueDate> dueDates(UUID organisationId);

  @Operation(operationId = "setDueDates", summary = "Set days for the steps, for all below")
  @Put("/v1/office/organisations/{organisationId}/due-dates")
  List<StepDueDate> setDueDates(UUID organisationId, @Body @Valid List<@Valid StepDueDate> dates);
}
