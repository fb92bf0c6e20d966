package org.profbilet.contract.session;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * Sessions of chairs and staff. The access token is short and goes into the Authorization header;
 * the refresh token is a cookie that only these addresses see.
 */
@Tag(name = "session")
public interface SessionApi {

  String REFRESH_COOKIE = "profbilet-refresh";

  @Operation(operationId = "signIn", summary = "Sign in with login and password")
  @Post("/v1/session")
  HttpResponse<SessionOpened> signIn(@Body @Valid Credentials credentials);

  @Operation(operationId = "renewSession", summary = "A new access token for the cookie")
  @Post("/v1/session/refresh")
  HttpResponse<SessionOpened> renew(@CookieValue(REFRESH_COOKIE) @Nullable String refreshToken);

  @Operation(operationId = "changePassword", summary = "Change the password; other sessions end")
  @Post("/v1/session/password")
  HttpResponse<SessionOpened> changePassword(@Body @Valid PasswordChange change);

  @Operation(
      operationId = "enrolSecondFactor",
      summary = "Connect an authenticator app; its first code confirms it")
  @Post("/v1/session/second-factor/enrolment")
  SecondFactorEnrolment enrolSecondFactor();

  @Operation(operationId = "passSecondFactor", summary = "The code of the app; taken once")
  @Post("/v1/session/second-factor")
  SecondFactorPassed passSecondFactor(@Body @Valid SecondFactorCode code);

  @Operation(operationId = "acceptUndertaking", summary = "Undertake not to disclose what is seen")
  @Post("/v1/session/undertaking")
  SessionSummary acceptUndertaking(@Body @Valid UndertakingAcceptance acceptance);

  @Operation(operationId = "showSession", summary = "Who I am and for whom I may act")
  @Get("/v1/session")
  SessionSummary show();

  @Operation(operationId = "signOut", summary = "End the session")
  @Delete("/v1/session")
  HttpResponse<?> signOut();
}
