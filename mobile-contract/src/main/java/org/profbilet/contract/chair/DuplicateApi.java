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

/** Two records of one human in one primary. */
@Tag(name = "chair")
public interface DuplicateApi {

  @Operation(operationId = "listDuplicates", summary = "Records that may be one human, in pairs")
  @Get("/v1/chair/primaries/{primaryId}/duplicates")
  List<DuplicatePair> list(UUID primaryId);

  @Operation(
      operationId = "sayDistinct",
      summary = "The two are two people; do not show them again")
  @Post("/v1/chair/primaries/{primaryId}/duplicates/distinct")
  HttpResponse<?> sayDistinct(UUID primaryId, @Body @Valid DistinctPeople people);

  @Operation(operationId = "mergePersons", summary = "Make one record of two")
  @Post("/v1/chair/primaries/{primaryId}/merges")
  HttpResponse<?> merge(
      UUID primaryId, @Header("Idempotency-Key") UUID key, @Body @Valid NewMerge merge);

  @Operation(operationId = "listMerges", summary = "What was merged, newest first")
  @Get("/v1/chair/primaries/{primaryId}/merges")
  List<MergeView> listMerges(UUID primaryId);

  @Operation(operationId = "undoMerge", summary = "Part a merged record again, as it was before")
  @Post("/v1/chair/primaries/{primaryId}/merges/{mergeId}/undo")
  HttpResponse<?> undo(UUID primaryId, UUID mergeId);
}
