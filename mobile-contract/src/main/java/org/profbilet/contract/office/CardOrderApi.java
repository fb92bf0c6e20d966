package org.profbilet.contract.office;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders of the primaries below an organisation: counts and money, no names. */
@Tag(name = "office")
public interface CardOrderApi {

  @Operation(
      operationId = "listOrdersBelow",
      summary = "Orders of the primaries below, newest first")
  @Get("/v1/office/organisations/{organisationId}/orders")
  List<CardOrderView> list(UUID organisationId, @QueryValue @Nullable String state);

  @Operation(operationId = "approveOrder", summary = "Agree to an order and to pay it")
  @Post("/v1/office/organisations/{organisationId}/orders/{orderId}/approve")
  CardOrderView approve(UUID organisationId, UUID orderId);

  @Operation(operationId = "returnOrder", summary = "Return an order for correction")
  @Post("/v1/office/organisations/{organisationId}/orders/{orderId}/return")
  CardOrderView returnOrder(UUID organisationId, UUID orderId, @Body @Valid OrderReturn request);

  @Operation(operationId = "handOverOrder", summary = "Hand the cards of an order to the primary")
  @Post("/v1/office/organisations/{organisationId}/orders/{orderId}/hand-over")
  CardOrderView handOver(
      UUID organisationId, UUID orderId, @Body @Nullable @Valid CountedHop count);
}
