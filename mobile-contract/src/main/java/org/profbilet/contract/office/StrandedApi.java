package org.profbilet.contract.office;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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

  @Operation(
      operationId = "nameReceiver",
      summary = "Say which primary takes over the members of this closed one")
  @Put("/v1/office/organisations/{organisationId}/receiver")
  HttpResponse<?> nameReceiver(UUID organisationId, @Body @Valid NewReceiver receiver);
}
