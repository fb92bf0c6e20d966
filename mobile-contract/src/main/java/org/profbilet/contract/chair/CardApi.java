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

  @Operation(
      operationId = "issueScannedCard",
      summary = "Mark the card before me issued by its code, even if nobody said that it came")
  @Post("/v1/chair/primaries/{primaryId}/cards/issue-scanned")
  CardView issueScanned(UUID primaryId, @Body @Valid ScannedIssue request);

  @Operation(
      operationId = "undoIssue",
      summary = "Take back the mark of handing out, within 15 minutes: all of the request or none")
  @Post("/v1/chair/primaries/{primaryId}/cards/undo-issue")
  CardsIssued undoIssue(UUID primaryId, @Body @Valid ChosenCards request);

  @Operation(
      operationId = "endCard",
      summary = "End the life of a copy; it stops at once, and a new one may be ordered")
  @Post("/v1/chair/primaries/{primaryId}/cards/{cardId}/end")
  CardView end(UUID primaryId, UUID cardId, @Body @Valid CardEnding request);

  @Operation(
      operationId = "makePaperCard",
      summary = "A card on paper for who has no phone; asking again finds the same card")
  @Post("/v1/chair/primaries/{primaryId}/members/{personId}/paper-card")
  CardView makePaper(UUID primaryId, UUID personId);

  @Operation(operationId = "printPaperCard", summary = "The card on paper, to cut out (PDF)")
  @Get("/v1/chair/primaries/{primaryId}/cards/{cardId}/paper")
  @Produces("application/pdf")
  HttpResponse<byte[]> paper(UUID primaryId, UUID cardId);

  @Operation(operationId = "showIssueSheet", summary = "The cards of a printed sheet, by its code")
  @Get("/v1/chair/primaries/{primaryId}/cards/issue-sheets/{sheetId}")
  SheetCards sheet(UUID primaryId, UUID sheetId);

  @Operation(operationId = "printIssueSheet", summary = "The list to sign at the handing out (PDF)")
  @Get("/v1/chair/primaries/{primaryId}/cards/issue-sheet")
  @Produces("application/pdf")
  HttpResponse<byte[]> issueSheet(UUID primaryId);
}
