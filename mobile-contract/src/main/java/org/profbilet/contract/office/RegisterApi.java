package org.profbilet.contract.office;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** The register changes by recorded decisions only; every id stays. */
@Tag(name = "office")
public interface RegisterApi {

  @Operation(
      operationId = "searchRegister",
      summary = "Organisations within mine by a part of the name or the beginning of the number")
  @Get("/v1/office/organisations/{organisationId}/register")
  List<RegisterLine> search(
      UUID organisationId, @QueryValue @NotBlank @Size(max = 100) String query);

  @Operation(
      operationId = "proposeOrganisation",
      summary = "Propose an organisation directly below this one")
  @Post("/v1/office/organisations/{organisationId}/below")
  OrganisationRecorded propose(
      UUID organisationId,
      @Header("Idempotency-Key") UUID key,
      @Body @Valid NewOrganisation organisation);

  @Operation(
      operationId = "listWaitingForNumber",
      summary = "Proposed organisations within mine, each with a free number")
  @Get("/v1/office/organisations/{organisationId}/waiting-for-number")
  List<WaitingOrganisation> waiting(UUID organisationId);

  @Operation(
      operationId = "allotNumber",
      summary = "The central council gives a proposed organisation its number")
  @Post("/v1/office/organisations/{organisationId}/number")
  OrganisationRecorded allot(
      UUID organisationId,
      @Header("Idempotency-Key") UUID key,
      @Body @Valid NumberAllotment allotment);

  @Operation(
      operationId = "decideOnOrganisation",
      summary = "Begin to wind up, exclude, merge, move or restore an organisation below mine")
  @Post("/v1/office/organisations/{organisationId}/deeds")
  OrganisationRecorded decide(
      UUID organisationId,
      @Header("Idempotency-Key") UUID key,
      @Body @Valid OrganisationDecision decision);

  @Operation(
      operationId = "listDeeds",
      summary = "What was decided about an organisation, newest first")
  @Get("/v1/office/organisations/{organisationId}/deeds")
  List<OrganisationDeed> deeds(UUID organisationId);
}
