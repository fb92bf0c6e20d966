package org.profbilet.contract.office;

import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;

/** Members whose primary is closed and who wait to be taken over. */
@Tag(name = "office")
public interface StrandedApi {

  @Operation(
      operationId = "listStranded",
      summary = "Closed primaries below with members still on record: numbers, no names")
  @Get("/v1/office/organisations/{organisationId}/stranded")
  List<StrandedPrimary> list(UUID organisationId);
}
