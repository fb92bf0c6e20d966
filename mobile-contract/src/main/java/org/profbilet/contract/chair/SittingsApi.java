package org.profbilet.contract.chair;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;

/** Bodies that sit at a meeting: quorum, snapshots, votes, and the papers about it. */
@Tag(name = "chair")
public interface SittingsApi {

  @Operation(operationId = "showSittings", summary = "Whether the bodies that sit may decide")
  @Get("/v1/chair/meetings/{meetingId}/sittings")
  Sittings show(UUID meetingId);

  @Operation(
      operationId = "addSitting",
      summary = "A body sits: its mandates become the list; the key becomes the sitting's id")
  @Post("/v1/chair/meetings/{meetingId}/sittings")
  Sittings add(
      UUID meetingId, @Header("Idempotency-Key") UUID key, @Body @Valid NewSitting sitting);

  @Operation(
      operationId = "takeSnapshot",
      summary = "Keep the figures of this moment; the key becomes the snapshot's id")
  @Post("/v1/chair/meetings/{meetingId}/sittings/{sittingId}/snapshots")
  Sittings takeSnapshot(
      UUID meetingId,
      UUID sittingId,
      @Header("Idempotency-Key") UUID key,
      @Body @Valid NewSnapshot snapshot);

  @Operation(
      operationId = "recordVote",
      summary = "What a vote came to, with the snapshot that it cites; the key becomes its id")
  @Post("/v1/chair/meetings/{meetingId}/sittings/{sittingId}/votes")
  Sittings recordVote(
      UUID meetingId,
      UUID sittingId,
      @Header("Idempotency-Key") UUID key,
      @Body @Valid NewVote vote);

  @Operation(
      operationId = "freezePaper",
      summary = "The next version of a paper, as things stand; the key becomes its id")
  @Post("/v1/chair/meetings/{meetingId}/sittings/{sittingId}/papers")
  Sittings freeze(
      UUID meetingId,
      UUID sittingId,
      @Header("Idempotency-Key") UUID key,
      @Body @Valid NewSittingPaper paper);

  @Operation(operationId = "printPaper", summary = "A frozen paper as PDF; always the same words")
  @Get("/v1/chair/meetings/{meetingId}/sittings/{sittingId}/papers/{sittingPaperId}")
  @Produces("application/pdf")
  byte[] print(UUID meetingId, UUID sittingId, UUID sittingPaperId);
}
