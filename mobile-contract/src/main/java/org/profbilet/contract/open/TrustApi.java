package org.profbilet.contract.open;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What verifiers need: keys, status lists, and both in one bundle for times without a network. */
@Tag(name = "trust")
public interface TrustApi {

  String STATUS_LIST = "application/statuslist+jwt";
  String BUNDLE = "application/epb-bundle+jwt";
  String ENDED_CARDS = "application/epb-cards+jwt";

  @Operation(operationId = "publishKeys", summary = "Public keys of credentials and status lists")
  @Get("/.well-known/jwks.json")
  @Produces("application/json")
  HttpResponse<String> keys();

  @Operation(operationId = "publishStatusList", summary = "A signed Token Status List")
  @Get("/sl/{number}")
  @Produces(STATUS_LIST)
  HttpResponse<String> statusList(int number, @Header("If-None-Match") @Nullable String known);

  @Operation(operationId = "publishBundle", summary = "All that a door needs offline, signed")
  @Get("/.well-known/epb/bundle")
  @Produces(BUNDLE)
  HttpResponse<String> bundle(@Header("If-None-Match") @Nullable String known);

  @Operation(operationId = "publishEndedCards", summary = "Printed cards no longer good, signed")
  @Get("/.well-known/epb/ended-cards")
  @Produces(ENDED_CARDS)
  HttpResponse<String> endedCards(@Header("If-None-Match") @Nullable String known);
}
