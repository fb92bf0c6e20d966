package org.profbilet.contract.member;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.profbilet.contract.chair.ConsentPurpose;

/** The member's own consents. */
@Tag(name = "member")
public interface OwnConsentApi {

  @Operation(operationId = "showOwnConsents", summary = "What I agreed to")
  @Get("/v1/member/consents")
  OwnConsents show();

  @Operation(operationId = "agreeToMessages", summary = "Agree to messages by these channels")
  @Post("/v1/member/consents")
  OwnConsents give(@Body @Valid OwnAgreement agreement);

  @Operation(operationId = "withdrawOwnConsent", summary = "Withdraw a consent; acts at once")
  @Post("/v1/member/consents/withdrawals")
  OwnConsents withdraw(@Body @Valid OwnWithdrawal withdrawal);

  @Operation(
      operationId = "showOwnConsentHistory",
      summary = "Everything I ever decided, newest first")
  @Get("/v1/member/consents/history")
  OwnConsentHistory history();

  @Operation(
      operationId = "showConsentText",
      summary = "The words in force today; to be shown before I agree")
  @Get("/v1/member/consents/texts/{purpose}")
  OwnConsentText text(ConsentPurpose purpose);

  @Operation(operationId = "copyOwnData", summary = "A copy of everything kept about me")
  @Get("/v1/member/data-copy")
  DataCopy copy();

  @Operation(operationId = "printOwnData", summary = "The same copy on paper (PDF)")
  @Get("/v1/member/data-copy.pdf")
  @Produces("application/pdf")
  HttpResponse<byte[]> printCopy();
}
