package org.profbilet.contract.chair;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;

/** A primary without a computer lets the organisation above it work in its name. */
@Tag(name = "chair")
public interface DelegationApi {

  @Operation(operationId = "showDelegation", summary = "Who works in the primary's name")
  @Get("/v1/chair/primaries/{primaryId}/delegation")
  DelegationView show(UUID primaryId);

  @Operation(operationId = "delegateWork", summary = "Give the work to the organisation above")
  @Post("/v1/chair/primaries/{primaryId}/delegation")
  DelegationView give(
      UUID primaryId, @Header("Idempotency-Key") UUID key, @Body @Valid NewDelegation delegation);

  @Operation(operationId = "revokeDelegation", summary = "Take the work back, at once")
  @Delete("/v1/chair/primaries/{primaryId}/delegation")
  HttpResponse<?> revoke(UUID primaryId);
}
