package org.profbilet.contract.office;

import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** The register of organisations as an office sees it: itself and what is below it, no people. */
@Tag(name = "office")
public interface OrganisationApi {

  @Operation(operationId = "showOrganisation", summary = "My organisation or one below it")
  @Get("/v1/office/organisations/{organisationId}")
  OrganisationView show(UUID organisationId);
}
