package org.profbilet.contract.chair;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;

/** Requests for people of other primaries, and the claims of other primaries to one's own. */
@Tag(name = "chair")
public interface TransferApi {

  @Operation(
      operationId = "askForMember",
      summary = "Ask for a person on record elsewhere; where is not told before the answer")
  @Post("/v1/chair/primaries/{primaryId}/requests")
  RequestMade ask(
      UUID primaryId, @Header("Idempotency-Key") UUID key, @Body @Valid NewRequest request);

  @Operation(
      operationId = "listRequests",
      summary = "What this primary asked for, waiting ones first")
  @Get("/v1/chair/primaries/{primaryId}/requests")
  List<RequestView> listRequests(UUID primaryId);

  @Operation(operationId = "cancelRequest", summary = "Take a wish back")
  @Post("/v1/chair/primaries/{primaryId}/requests/{requestId}/cancel")
  HttpResponse<?> cancel(UUID primaryId, UUID requestId);

  @Operation(operationId = "endLink", summary = "End the link with a part-timer")
  @Post("/v1/chair/primaries/{primaryId}/requests/{requestId}/end-link")
  HttpResponse<?> endLink(UUID primaryId, UUID requestId, @Body @Valid LinkEnd end);

  @Operation(operationId = "listClaims", summary = "Members whom other primaries ask for")
  @Get("/v1/chair/primaries/{primaryId}/claims")
  List<ClaimView> listClaims(UUID primaryId);

  @Operation(operationId = "grantClaim", summary = "Let a member go, from a day on")
  @Post("/v1/chair/primaries/{primaryId}/claims/{requestId}/grant")
  HttpResponse<?> grant(UUID primaryId, UUID requestId, @Body @Valid ClaimGrant grant);

  @Operation(operationId = "refuseClaim", summary = "Do not let a member go; the reason is read")
  @Post("/v1/chair/primaries/{primaryId}/claims/{requestId}/refuse")
  HttpResponse<?> refuse(UUID primaryId, UUID requestId, @Body @Valid ClaimRefusal refusal);

  @Operation(
      operationId = "listTakeovers",
      summary = "Closed primaries whose members this one takes over: numbers, no names")
  @Get("/v1/chair/primaries/{primaryId}/takeovers")
  List<TakeoverWaiting> listTakeovers(UUID primaryId);

  @Operation(operationId = "takeOverMembers", summary = "Take all members of a closed primary")
  @Post("/v1/chair/primaries/{primaryId}/takeovers")
  TakeoverDone takeOver(
      UUID primaryId, @Header("Idempotency-Key") UUID key, @Body @Valid NewTakeover takeover);
}
