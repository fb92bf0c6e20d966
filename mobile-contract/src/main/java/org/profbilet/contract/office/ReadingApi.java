package org.profbilet.contract.office;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;

/** Lists of members do not travel upwards; a single record is seen for a stated reason. */
@Tag(name = "office")
public interface ReadingApi {

  @Operation(
      operationId = "openByReason",
      summary = "Open one primary below for an hour; its members will read who and why")
  @Post("/v1/office/organisations/{organisationId}/readings")
  OpenedPrimary open(
      UUID organisationId, @Header("Idempotency-Key") UUID key, @Body @Valid StatedReason reason);
}
