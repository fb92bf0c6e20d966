package org.profbilet.contract.chair;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;

/** Plastic cards of the members of a primary. */
@Tag(name = "chair")
public interface CardApi {

  @Operation(operationId = "listCards", summary = "Cards of the primary, by surname")
  @Get("/v1/chair/primaries/{primaryId}/cards")
  List<CardView> list(UUID primaryId);

  @Operation(operationId = "showCard", summary = "One card and every step of its way")
  @Get("/v1/chair/primaries/{primaryId}/cards/{cardId}")
  CardHistory show(UUID primaryId, UUID cardId);

  @Operation(operationId = "issueCards", summary = "Mark cards issued: all of the request or none")
  @Post("/v1/chair/primaries/{primaryId}/cards/issue")
  CardsIssued issue(UUID primaryId, @Body @Valid CardIssue request);

  @Operation(operationId = "reportCardLost", summary = "The card is lost; it stops at once")
  @Post("/v1/chair/primaries/{primaryId}/cards/{cardId}/loss")
  CardView reportLost(UUID primaryId, UUID cardId);

  @Operation(operationId = "printIssueSheet", summary = "The list to sign at the handing out (PDF)")
  @Get("/v1/chair/primaries/{primaryId}/cards/issue-sheet")
  @Produces("application/pdf")
  HttpResponse<byte[]> issueSheet(UUID primaryId);
}
