package org.profbilet.contract.member;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.profbilet.contract.chair.ClaimRefusal;

/** Other primaries that ask for me: I answer, or my chair does. */
@Tag(name = "member")
public interface OwnClaimApi {

  @Operation(operationId = "listOwnClaims", summary = "Who asks for me and waits")
  @Get("/v1/member/claims")
  List<OwnClaim> list();

  @Operation(operationId = "confirmOwnClaim", summary = "Yes, I work or study there now")
  @Post("/v1/member/claims/{requestId}/confirm")
  HttpResponse<?> confirm(UUID requestId);

  @Operation(operationId = "refuseOwnClaim", summary = "No; the asking chair reads why")
  @Post("/v1/member/claims/{requestId}/refuse")
  HttpResponse<?> refuse(UUID requestId, @Body @Valid ClaimRefusal refusal);
}
