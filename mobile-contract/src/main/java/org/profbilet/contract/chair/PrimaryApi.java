package org.profbilet.contract.chair;

import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** The desk of a primary organisation. */
@Tag(name = "chair")
public interface PrimaryApi {

  @Operation(operationId = "showPrimary", summary = "My primary and what to do now")
  @Get("/v1/chair/primaries/{primaryId}")
  PrimaryOverview show(UUID primaryId);
}
