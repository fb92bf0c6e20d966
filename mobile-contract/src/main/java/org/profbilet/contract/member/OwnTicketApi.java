package org.profbilet.contract.member;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

/** A member's own ticket, from her own phone. */
@Tag(name = "member")
public interface OwnTicketApi {

  @Operation(operationId = "openMemberSession", summary = "An access token for a phone's proof")
  @Post("/v1/member/session")
  MemberSession openSession(@Body @Valid PhoneProof proof);

  @Operation(
      operationId = "forgetPhone",
      summary = "End the ticket on this phone; only a new slip brings it back")
  @Delete("/v1/member/session")
  HttpResponse<?> forgetPhone();

  @Operation(operationId = "showOwnCard", summary = "My card and the way of its plastic copy")
  @Get("/v1/member/card")
  TicketCard showCard();

  @Operation(
      operationId = "renewCredentials",
      summary = "Fresh credentials for this phone; the same while they are fresh: ask daily")
  @Post("/v1/member/credentials")
  RenewedCredentials renew();
}
