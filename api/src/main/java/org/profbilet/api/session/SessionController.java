package org.profbilet.api.session;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.access.Acting;
import org.profbilet.accounts.Accounts;
import org.profbilet.accounts.ChangePassword;
import org.profbilet.accounts.Sessions;
import org.profbilet.accounts.SignIn;
import org.profbilet.accounts.SignInOutcome;
import org.profbilet.api.problem.Refusal;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.contract.session.Credentials;
import org.profbilet.contract.session.PasswordChange;
import org.profbilet.contract.session.SessionApi;
import org.profbilet.contract.session.SessionOpened;
import org.profbilet.contract.session.SessionSummary;
import org.profbilet.organisations.Organisation;
import org.profbilet.organisations.Organisations;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class SessionController implements SessionApi {

  private static final String COOKIE_PATH = "/v1/session";

  private final SignIn signIn;
  private final Sessions sessions;
  private final ChangePassword changePassword;
  private final Accounts accounts;
  private final Access access;
  private final Organisations organisations;
  private final AccessTokens tokens;
  private final Caller caller;
  private final boolean secureCookie;

  SessionController(
      SignIn signIn,
      Sessions sessions,
      ChangePassword changePassword,
      Accounts accounts,
      Access access,
      Organisations organisations,
      AccessTokens tokens,
      Caller caller,
      @Value("${profbilet.public-url}") String publicUrl) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.changePassword = changePassword;
    this.accounts = accounts;
    this.access = access;
    this.organisations = organisations;
    this.tokens = tokens;
    this.caller = caller;
    this.secureCookie = publicUrl.startsWith("https://");
  }

  @Override
  @Secured(SecurityRule.IS_ANONYMOUS)
  public HttpResponse<SessionOpened> signIn(@Body @Valid Credentials credentials) {
    SignInOutcome outcome = signIn.signIn(credentials.login(), credentials.password());
    if (outcome instanceof SignInOutcome.SignedIn in) {
      return opened(in.accountId(), in.sessionId(), in.refreshToken(), in.mustChangePassword());
    }
    throw new Refusal(
        outcome instanceof SignInOutcome.Locked
            ? ProblemType.LOGIN_LOCKED
            : ProblemType.SIGN_IN_REFUSED);
  }

  @Override
  @Secured(SecurityRule.IS_ANONYMOUS)
  public HttpResponse<SessionOpened> renew(
      @CookieValue(REFRESH_COOKIE) @Nullable String refreshToken) {
    if (refreshToken == null) {
      throw new Refusal(ProblemType.UNAUTHENTICATED);
    }
    Sessions.Opened session =
        sessions.renew(refreshToken).orElseThrow(() -> new Refusal(ProblemType.UNAUTHENTICATED));
    return opened(session, accounts.get(session.accountId()).mustChangePassword());
  }

  @Override
  public HttpResponse<SessionOpened> changePassword(@Body @Valid PasswordChange change) {
    ChangePassword.Outcome outcome =
        changePassword.change(caller.accountId(), change.currentPassword(), change.newPassword());
    if (outcome instanceof ChangePassword.Outcome.Changed changed) {
      return opened(changed.session(), false);
    }
    throw new Refusal(problem(((ChangePassword.Outcome.Refused) outcome).reason()));
  }

  @Override
  public SessionSummary show() {
    Accounts.Summary account = accounts.get(caller.accountId());
    return new SessionSummary(
        account.displayName(),
        account.mustChangePassword(),
        access.listOf(caller.accountId()).stream().map(this::appointment).toList());
  }

  @Override
  public HttpResponse<?> signOut() {
    sessions.end(caller.sessionId());
    return HttpResponse.noContent().cookie(cookie("").maxAge(Duration.ZERO));
  }

  private HttpResponse<SessionOpened> opened(Sessions.Opened session, boolean mustChange) {
    return opened(session.accountId(), session.id(), session.refreshToken(), mustChange);
  }

  private HttpResponse<SessionOpened> opened(
      UUID accountId, UUID sessionId, String refreshToken, boolean mustChange) {
    MutableHttpResponse<SessionOpened> response =
        HttpResponse.ok(
            new SessionOpened(
                tokens.forStaff(accountId, sessionId),
                (int) AccessTokens.LIFE.toSeconds(),
                mustChange));
    return response.cookie(cookie(refreshToken).maxAge(Duration.ofDays(14)));
  }

  private Cookie cookie(String refreshToken) {
    return Cookie.of(REFRESH_COOKIE, refreshToken)
        .httpOnly(true)
        .secure(secureCookie)
        .sameSite(SameSite.Strict)
        .path(COOKIE_PATH);
  }

  private SessionSummary.Appointment appointment(Acting acting) {
    Organisation organisation = organisations.get(acting.organisationId());
    return new SessionSummary.Appointment(
        organisation.id(),
        organisation.level().name(),
        acting.role().name(),
        organisation.inpo(),
        organisation.name());
  }

  private static ProblemType problem(ChangePassword.Reason reason) {
    return switch (reason) {
      case CURRENT_PASSWORD_WRONG -> ProblemType.CURRENT_PASSWORD_WRONG;
      case NEW_PASSWORD_TOO_SHORT -> ProblemType.NEW_PASSWORD_TOO_SHORT;
      case NEW_PASSWORD_SAME -> ProblemType.NEW_PASSWORD_SAME;
    };
  }
}
