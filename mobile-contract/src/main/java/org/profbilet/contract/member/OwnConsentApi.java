package org.profbilet.contract.member;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

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
}
