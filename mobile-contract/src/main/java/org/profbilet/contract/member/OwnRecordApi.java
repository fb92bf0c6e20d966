package org.profbilet.contract.member;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;

/** «Мои данные». */
@Tag(name = "member")
public interface OwnRecordApi {

  @Operation(operationId = "showOwnRecord", summary = "What is on record about me")
  @Get("/v1/member/record")
  OwnRecord show();

  @Operation(operationId = "proposeCorrection", summary = "Say what is wrong; the chair answers")
  @Post("/v1/member/corrections")
  OwnRecord propose(@Header("Idempotency-Key") UUID key, @Body @Valid NewCorrection correction);
}
