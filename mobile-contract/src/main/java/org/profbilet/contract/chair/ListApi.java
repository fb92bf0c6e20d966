package org.profbilet.contract.chair;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Loading the list of members from a table: shown first, then applied exactly or not at all. */
@Tag(name = "chair")
public interface ListApi {

  @Operation(
      operationId = "previewList",
      summary = "Read a list (.xlsx .xls .ods .csv) and show what it would change")
  @Post("/v1/chair/primaries/{primaryId}/lists")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  ListPlan preview(
      UUID primaryId, @Header("Idempotency-Key") UUID key, @Part("file") CompletedFileUpload file);

  /**
   * @param pile the rows of one pile only
   * @param cursor the number of the row that the page before ended with
   */
  @Operation(operationId = "showList", summary = "The plan and, page by page, its rows")
  @Get("/v1/chair/primaries/{primaryId}/lists/{planId}")
  ListPage show(
      UUID primaryId,
      UUID planId,
      @QueryValue @Nullable ListPile pile,
      @QueryValue(defaultValue = "0") @Min(0) int cursor,
      @QueryValue(defaultValue = "100") @Min(1) @Max(500) int limit);

  @Operation(
      operationId = "applyList",
      summary = "Do what the plan says, in one step or not at all")
  @Post("/v1/chair/primaries/{primaryId}/lists/{planId}/apply")
  ListApplied apply(UUID primaryId, UUID planId, @Body @Valid ListChoice choice);

  @Operation(operationId = "listLists", summary = "Lists loaded lately or waiting, newest first")
  @Get("/v1/chair/primaries/{primaryId}/lists")
  ListLoads list(UUID primaryId);

  /**
   * @param planId of the plan, or the key of the request that sent a file whose columns were not
   *     recognised
   */
  @Operation(
      operationId = "showListColumns",
      summary = "The columns of a sent file and what they are taken for")
  @Get("/v1/chair/primaries/{primaryId}/lists/{planId}/columns")
  ListColumns columns(UUID primaryId, UUID planId);

  @Operation(
      operationId = "nameListColumns",
      summary = "Read a sent file again, its columns named otherwise, as a new plan")
  @Post("/v1/chair/primaries/{primaryId}/lists/{planId}/columns")
  ListPlan nameColumns(
      UUID primaryId,
      UUID planId,
      @Header("Idempotency-Key") UUID key,
      @Body @Valid ListNaming naming);

  @Operation(
      operationId = "getListRemarks",
      summary = "The sent file with a column of remarks and coloured cells")
  @Get("/v1/chair/primaries/{primaryId}/lists/{planId}/remarks.xlsx")
  @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  HttpResponse<byte[]> remarks(UUID primaryId, UUID planId);

  @Operation(
      operationId = "undoList",
      summary = "Take an applied list back within 72 hours, but for people touched since")
  @Post("/v1/chair/primaries/{primaryId}/lists/{planId}/undo")
  ListUndone undo(UUID primaryId, UUID planId);

  @Operation(
      operationId = "exportMembers",
      summary = "Everybody on record in the form of the list; taking it is logged")
  @Get("/v1/chair/primaries/{primaryId}/lists/members.xlsx")
  @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  HttpResponse<byte[]> export(UUID primaryId);

  @Operation(operationId = "getListTemplate", summary = "The empty form, with lists to pick from")
  @Get("/v1/chair/primaries/{primaryId}/lists/template.xlsx")
  @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  HttpResponse<byte[]> template(UUID primaryId);
}
