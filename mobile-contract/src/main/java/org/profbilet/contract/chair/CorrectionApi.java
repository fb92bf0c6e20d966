package org.profbilet.contract.chair;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;

/** What members say is wrong in their records. */
@Tag(name = "chair")
public interface CorrectionApi {

  @Operation(operationId = "listCorrections", summary = "Proposals that wait, oldest first")
  @Get("/v1/chair/primaries/{primaryId}/corrections")
  List<CorrectionView> list(UUID primaryId);

  @Operation(operationId = "acceptCorrection", summary = "Write into the record what is proposed")
  @Post("/v1/chair/primaries/{primaryId}/corrections/{correctionId}/accept")
  HttpResponse<?> accept(UUID primaryId, UUID correctionId);

  @Operation(operationId = "declineCorrection", summary = "Leave the record; the member reads why")
  @Post("/v1/chair/primaries/{primaryId}/corrections/{correctionId}/decline")
  HttpResponse<?> decline(
      UUID primaryId, UUID correctionId, @Body @Valid CorrectionRefusal refusal);
}
