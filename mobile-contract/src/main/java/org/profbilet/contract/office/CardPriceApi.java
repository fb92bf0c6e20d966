package org.profbilet.contract.office;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What plastic cards cost. */
@Tag(name = "office")
public interface CardPriceApi {

  @Operation(operationId = "listCardPrices", summary = "The price list, newest first")
  @Get("/v1/office/organisations/{organisationId}/card-prices")
  List<CardPrice> list(UUID organisationId);

  @Operation(
      operationId = "setCardPrice",
      summary = "Central office: the price from a coming day on; a price is never changed")
  @Put("/v1/office/organisations/{organisationId}/card-prices/{validFrom}")
  List<CardPrice> set(UUID organisationId, LocalDate validFrom, @Body @Valid NewCardPrice price);

  @Operation(
      operationId = "showCardCosts",
      summary = "What cards cost the territories in a year, spent and still to be spent")
  @Get("/v1/office/organisations/{organisationId}/card-costs")
  CardCosts costs(UUID organisationId, @QueryValue @Min(2020) @Max(2100) int year);
}
