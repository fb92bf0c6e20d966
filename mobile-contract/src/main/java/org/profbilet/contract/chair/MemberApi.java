package org.profbilet.contract.chair;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Members of a primary. */
@Tag(name = "chair")
public interface MemberApi {

  /**
   * @param query the beginning of a surname; е finds ё
   * @param cursor the id that the page before ended with
   */
  @Operation(operationId = "listMembers", summary = "Members on record, by surname")
  @Get("/v1/chair/primaries/{primaryId}/members")
  MemberPage list(
      UUID primaryId,
      @QueryValue(defaultValue = "") @Size(max = 100) String query,
      @QueryValue @Nullable UUID cursor,
      @QueryValue(defaultValue = "100") @Min(1) @Max(500) int limit);

  @Operation(operationId = "showMember", summary = "One member with consents, card and history")
  @Get("/v1/chair/primaries/{primaryId}/members/{personId}")
  MemberCard show(UUID primaryId, UUID personId);

  @Operation(operationId = "addMember", summary = "Add one member by hand")
  @Post("/v1/chair/primaries/{primaryId}/members")
  MemberAdded add(
      UUID primaryId, @Header("Idempotency-Key") UUID key, @Body @Valid NewMember member);

  @Operation(operationId = "endMembership", summary = "Take a member off record")
  @Post("/v1/chair/primaries/{primaryId}/members/{personId}/end")
  MembershipEnded end(UUID primaryId, UUID personId, @Body @Valid MembershipEnd end);

  @Operation(operationId = "undoEndMembership", summary = "Taking off record was a mistake")
  @Post("/v1/chair/primaries/{primaryId}/members/{personId}/end/undo")
  MemberCard undoEnd(UUID primaryId, UUID personId);

  @Operation(
      operationId = "changeMemberState",
      summary = "Unit, position, union roles, leave: from a day on")
  @Post("/v1/chair/primaries/{primaryId}/members/{personId}/state")
  MemberCard changeState(UUID primaryId, UUID personId, @Body @Valid MemberState state);

  @Operation(operationId = "listUnits", summary = "Units that members name, with how many")
  @Get("/v1/chair/primaries/{primaryId}/units")
  List<UnitView> listUnits(UUID primaryId);
}
