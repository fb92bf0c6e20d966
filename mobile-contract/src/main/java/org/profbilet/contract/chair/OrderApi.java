package org.profbilet.contract.chair;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;

/** Orders of plastic cards by a primary. */
@Tag(name = "chair")
public interface OrderApi {

  @Operation(
      operationId = "showEligibility",
      summary = "Who gets a card now, and why others do not")
  @Get("/v1/chair/primaries/{primaryId}/orders/eligibility")
  OrderEligibility eligibility(UUID primaryId);

  @Operation(operationId = "orderCards", summary = "Order cards; the price is kept by the order")
  @Post("/v1/chair/primaries/{primaryId}/orders")
  OrderView order(
      UUID primaryId, @Header("Idempotency-Key") UUID key, @Body @Valid OrderRequest request);

  @Operation(
      operationId = "draftOrder",
      summary = "Keep an order that is not sent yet; sending its id as the key places it")
  @Put("/v1/chair/primaries/{primaryId}/orders/draft")
  OrderView draft(UUID primaryId, @Body @Valid OrderRequest request);

  @Operation(operationId = "listOrders", summary = "Orders of the primary, newest first")
  @Get("/v1/chair/primaries/{primaryId}/orders")
  List<OrderView> list(UUID primaryId);

  @Operation(operationId = "cancelOrder", summary = "Take back an order that nobody approved yet")
  @Post("/v1/chair/primaries/{primaryId}/orders/{orderId}/cancel")
  OrderView cancel(UUID primaryId, UUID orderId);

  @Operation(operationId = "printOrder", summary = "The order for signature (PDF)")
  @Get("/v1/chair/primaries/{primaryId}/orders/{orderId}/paper")
  @Produces("application/pdf")
  HttpResponse<byte[]> paper(UUID primaryId, UUID orderId);
}
