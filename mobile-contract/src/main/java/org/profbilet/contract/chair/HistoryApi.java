package org.profbilet.contract.chair;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** «Как было на дату»: the register on any past day. */
@Tag(name = "chair")
public interface HistoryApi {

  /**
   * @param on the day
   * @param knownAt by what was known at this moment; now where it is absent
   */
  @Operation(operationId = "showRegisterOnDay", summary = "Who was on record on a day")
  @Get("/v1/chair/primaries/{primaryId}/register")
  RegisterOnDay register(
      UUID primaryId,
      @QueryValue LocalDate on,
      @QueryValue @Nullable Instant knownAt,
      @QueryValue(defaultValue = "0") @Min(0) int cursor,
      @QueryValue(defaultValue = "100") @Min(1) @Max(500) int limit);

  /**
   * @param on the day
   * @param knownAt by what was known at this moment; now where it is absent
   */
  @Operation(
      operationId = "showMemberHistory",
      summary = "What a member was on a day, and all periods")
  @Get("/v1/chair/primaries/{primaryId}/members/{personId}/history")
  MemberHistory member(
      UUID primaryId,
      UUID personId,
      @QueryValue LocalDate on,
      @QueryValue @Nullable Instant knownAt);
}
