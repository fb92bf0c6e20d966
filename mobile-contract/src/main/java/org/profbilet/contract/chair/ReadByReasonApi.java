package org.profbilet.contract.chair;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Members of a primary for somebody above it who stated a reason; at most 500 rows a day. */
@Tag(name = "chair")
public interface ReadByReasonApi {

  /**
   * @param query the beginning of a surname, at least two letters
   * @param cursor the id that the page before ended with
   */
  @Operation(operationId = "searchByReason", summary = "Members by surname, for a stated reason")
  @Get("/v1/chair/primaries/{primaryId}/by-reason/members")
  MemberPage search(
      UUID primaryId,
      @QueryValue @Size(min = 2, max = 100) String query,
      @QueryValue @Nullable UUID cursor,
      @QueryValue(defaultValue = "20") @Min(1) @Max(50) int limit);

  @Operation(operationId = "showByReason", summary = "One member, for a stated reason")
  @Get("/v1/chair/primaries/{primaryId}/by-reason/members/{personId}")
  MemberCard show(UUID primaryId, UUID personId);
}
