package org.profbilet.contract.chair;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;

/** Elected bodies, the delegates sent to them, and what the mandate commission decides. */
@Tag(name = "chair")
public interface BodiesApi {

  @Operation(
      operationId = "createBody",
      summary = "An elected body and its quorum; the key becomes its id")
  @Post("/v1/chair/bodies")
  ElectedBody create(
      @QueryValue UUID organisationId,
      @Header("Idempotency-Key") UUID key,
      @Body @Valid NewBody body);

  @Operation(
      operationId = "listBodies",
      summary = "Bodies of an organisation, and those above to which it may send delegates")
  @Get("/v1/chair/bodies")
  Bodies list(@QueryValue UUID organisationId);

  @Operation(operationId = "showBody", summary = "A body, its seats and all its mandates")
  @Get("/v1/chair/bodies/{bodyId}")
  ElectedBody show(UUID bodyId);

  @Operation(
      operationId = "allotSeats",
      summary = "Count members of every primary below and give each its seats")
  @Put("/v1/chair/bodies/{bodyId}/allocation")
  ElectedBody allot(UUID bodyId, @Body @Valid NewAllocation allocation);

  @Operation(operationId = "listDelegates", summary = "Whom an organisation has sent to a body")
  @Get("/v1/chair/bodies/{bodyId}/delegates")
  MandateList listDelegates(UUID bodyId, @QueryValue UUID organisationId);

  @Operation(
      operationId = "sendDelegate",
      summary = "Send a member to a body; the key becomes the mandate's id")
  @Post("/v1/chair/bodies/{bodyId}/delegates")
  MandateList sendDelegate(
      UUID bodyId,
      @QueryValue UUID organisationId,
      @Header("Idempotency-Key") UUID key,
      @Body @Valid NewDelegate delegate);

  @Operation(
      operationId = "confirmMandates",
      summary = "The commission confirms and numbers mandates; those already confirmed stay")
  @Put("/v1/chair/bodies/{bodyId}/confirmation")
  ElectedBody confirm(UUID bodyId, @Body @Valid NewConfirmation confirmation);

  @Operation(operationId = "decideOnMandate", summary = "Reject, withdraw or replace one mandate")
  @Put("/v1/chair/bodies/{bodyId}/mandates/{mandateId}")
  ElectedBody decide(UUID bodyId, UUID mandateId, @Body @Valid NewMandateAct act);
}
