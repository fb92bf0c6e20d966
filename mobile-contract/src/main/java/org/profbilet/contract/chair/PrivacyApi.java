package org.profbilet.contract.chair;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.profbilet.contract.member.DataCopy;

/** What a member may ask for on paper: a copy of her data, and its end. */
@Tag(name = "chair")
public interface PrivacyApi {

  @Operation(
      operationId = "copyMemberData",
      summary = "A copy of everything kept about a member, on her written request; recorded")
  @Get("/v1/chair/primaries/{primaryId}/members/{personId}/data-copy")
  DataCopy copy(UUID primaryId, UUID personId);

  @Operation(operationId = "printMemberData", summary = "The same copy on paper (PDF)")
  @Get("/v1/chair/primaries/{primaryId}/members/{personId}/data-copy.pdf")
  @Produces("application/pdf")
  HttpResponse<byte[]> printCopy(UUID primaryId, UUID personId);

  @Operation(
      operationId = "listErasures",
      summary = "Whose data is to be destroyed after a withdrawal, and by when")
  @Get("/v1/chair/primaries/{primaryId}/erasures")
  Erasures list(UUID primaryId);

  @Operation(
      operationId = "eraseMember",
      summary = "Destroy the data of a former member; cannot be undone")
  @Post("/v1/chair/primaries/{primaryId}/erasures/{erasureId}/execution")
  ErasureDone erase(UUID primaryId, UUID erasureId);

  @Operation(operationId = "printErasureAct", summary = "The act of the destruction (PDF)")
  @Get("/v1/chair/primaries/{primaryId}/erasures/{erasureId}/act.pdf")
  @Produces("application/pdf")
  HttpResponse<byte[]> act(UUID primaryId, UUID erasureId);

  @Operation(
      operationId = "exportErasureJournal",
      summary = "The extract of the journal of events that goes with the act (CSV)")
  @Get("/v1/chair/primaries/{primaryId}/erasures/{erasureId}/journal.csv")
  @Produces("text/csv")
  HttpResponse<byte[]> journal(UUID primaryId, UUID erasureId);
}
