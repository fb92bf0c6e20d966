package org.profbilet.contract.office;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cards of one region that are produced and posted together. */
@Tag(name = "office")
public interface BatchApi {

  @Operation(
      operationId = "takeIntoProduction",
      summary = "Central office: take all approved orders of a region into production")
  @Post("/v1/office/organisations/{organisationId}/batches")
  BatchView take(
      UUID organisationId, @Header("Idempotency-Key") UUID key, @Body @Valid BatchRequest request);

  @Operation(operationId = "listBatches", summary = "Batches, newest first")
  @Get("/v1/office/organisations/{organisationId}/batches")
  List<BatchView> list(UUID organisationId);

  @Operation(operationId = "listRegionsToProduce", summary = "Approved cards that wait, by region")
  @Get("/v1/office/organisations/{organisationId}/batches/waiting")
  List<WaitingRegion> waiting(UUID organisationId);

  @Operation(operationId = "markBatchProduced", summary = "Central office: the batch is produced")
  @Post("/v1/office/organisations/{organisationId}/batches/{batchId}/produced")
  BatchView produced(UUID organisationId, UUID batchId, @Body @Nullable @Valid CountedHop count);

  @Operation(operationId = "shipBatch", summary = "Central office: the batch is posted")
  @Post("/v1/office/organisations/{organisationId}/batches/{batchId}/shipped")
  BatchView shipped(UUID organisationId, UUID batchId, @Body @Nullable @Valid CountedHop count);

  @Operation(operationId = "receiveBatch", summary = "Region: the batch has come")
  @Post("/v1/office/organisations/{organisationId}/batches/{batchId}/received")
  BatchView received(UUID organisationId, UUID batchId, @Body @Nullable @Valid CountedHop count);

  @Operation(
      operationId = "showBatchCounts",
      summary =
          "How the batch was counted at every hop, its packs, and the copies that are missing")
  @Get("/v1/office/organisations/{organisationId}/batches/{batchId}/counts")
  BatchCounts counts(UUID organisationId, UUID batchId);

  @Operation(
      operationId = "personaliseBatch",
      summary = "Central office: what is printed on every card (CSV); reading it is logged")
  @Get("/v1/office/organisations/{organisationId}/batches/{batchId}/personalisation.csv")
  @Produces("text/csv")
  HttpResponse<byte[]> personalisation(UUID organisationId, UUID batchId);

  @Operation(
      operationId = "personaliseBatchXlsx",
      summary = "Central office: what is printed on every card (XLSX); reading it is logged")
  @Get("/v1/office/organisations/{organisationId}/batches/{batchId}/personalisation.xlsx")
  @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  HttpResponse<byte[]> personalisationXlsx(UUID organisationId, UUID batchId);

  @Operation(operationId = "printBatchAct", summary = "The act with the ranges of numbers (PDF)")
  @Get("/v1/office/organisations/{organisationId}/batches/{batchId}/act")
  @Produces("application/pdf")
  HttpResponse<byte[]> act(UUID organisationId, UUID batchId);

  @Operation(operationId = "printPackingList", summary = "The list in the pack of one order (PDF)")
  @Get("/v1/office/organisations/{organisationId}/batches/{batchId}/packs/{orderId}/list")
  @Produces("application/pdf")
  HttpResponse<byte[]> packingList(UUID organisationId, UUID batchId, UUID orderId);
}
