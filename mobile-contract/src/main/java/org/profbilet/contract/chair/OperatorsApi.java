package org.profbilet.contract.chair;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;

/** People who hold the phones at the doors of a meeting, in turn. */
@Tag(name = "chair")
public interface OperatorsApi {

  @Operation(operationId = "listOperators", summary = "Who may hold the phones of a meeting")
  @Get("/v1/chair/meetings/{meetingId}/operators")
  MeetingOperators listOperators(UUID meetingId);

  @Operation(
      operationId = "nameOperator",
      summary = "A pin for one more, shown once; the key becomes her id")
  @Post("/v1/chair/meetings/{meetingId}/operators")
  NamedOperator nameOperator(
      UUID meetingId, @Header("Idempotency-Key") UUID key, @Body @Valid NewOperator operator);

  @Operation(operationId = "endOperator", summary = "Her pin is good no longer")
  @Delete("/v1/chair/meetings/{meetingId}/operators/{operatorId}")
  HttpResponse<?> endOperator(UUID meetingId, UUID operatorId);
}
