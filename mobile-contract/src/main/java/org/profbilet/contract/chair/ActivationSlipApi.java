package org.profbilet.contract.chair;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** Tickets on phones of a primary's members. */
@Tag(name = "chair")
public interface ActivationSlipApi {

  @Operation(
      operationId = "makeActivationSlip",
      summary = "A slip for one phone; an earlier one ends. The same key makes the same slip")
  @Post("/v1/chair/primaries/{primaryId}/members/{personId}/activation-slip")
  ActivationSlipView make(UUID primaryId, UUID personId, @Header("Idempotency-Key") UUID key);

  @Operation(operationId = "printActivationSlip", summary = "The same as a sheet of paper (PDF)")
  @Post("/v1/chair/primaries/{primaryId}/members/{personId}/activation-slip/sheet")
  @Produces("application/pdf")
  HttpResponse<byte[]> print(UUID primaryId, UUID personId, @Header("Idempotency-Key") UUID key);

  @Operation(operationId = "revokePhones", summary = "All phones of a member are lost: end them")
  @Delete("/v1/chair/primaries/{primaryId}/members/{personId}/phones")
  HttpResponse<?> revokePhones(UUID primaryId, UUID personId);
}
