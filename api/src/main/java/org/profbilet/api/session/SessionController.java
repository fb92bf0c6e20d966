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
import org.profbilet.access.AcceptUndertaking;
import org.profbilet.access.Access;
import org.profbilet.access.Acting;
import org.profbilet.accounts.Accounts;
import org.profbilet.accounts.ChangePassword;
import org.profbilet.accounts.SecondFactors;
import org.profbilet.accounts.Sessions;
import org.profbilet.accounts.SignIn;
import org.profbilet.accounts.SignInOutcome;
import org.profbilet.api.problem.Refusal;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.contract.session.Credentials;
import org.profbilet.contract.session.PasswordChange;
import org.profbilet.contract.session.SecondFactorCode;
import org.profbilet.contract.session.SecondFactorEnrolment;
import org.profbilet.contract.session.SecondFactorPassed;
import org.profbilet.contract.session.SessionApi;
import org.profbilet.contract.session.SessionOpened;
import org.profbilet.contract.session.SessionSummary;
import org.profbilet.contract.session.UndertakingAcceptance;
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
  private final SecondFactors secondFactors;
  private final SecondStep.Rule secondStep;
  private final AcceptUndertaking acceptUndertaking;
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
      SecondFactors secondFactors,
      SecondStep.Rule secondStep,
      AcceptUndertaking acceptUndertaking,
      Organisations organisations,
      AccessTokens tokens,
      Caller caller,
      @Value("${profbilet.public-url}") String publicUrl) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.changePassword = changePassword;
    this.accounts = accounts;
    this.access = access;
    this.secondFactors = secondFactors;
    this.secondStep = secondStep;
    this.acceptUndertaking = acceptUndertaking;
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
        changePassword.change(
            caller.accountId(), caller.sessionId(), change.currentPassword(), change.newPassword());
    if (outcome instanceof ChangePassword.Outcome.Changed changed) {
      return opened(changed.session(), false);
    }
    throw new Refusal(problem(((ChangePassword.Outcome.Refused) outcome).reason()));
  }

  @Override
  public SessionSummary show() {
    UUID accountId = caller.accountId();
    Accounts.Summary account = accounts.get(accountId);
    SecondStep step = secondStep.of(accountId, sessions.stateOf(caller.sessionId()));
    return new SessionSummary(
        account.displayName(),
        account.mustChangePassword(),
        step.name(),
        acceptUndertaking
            .findDue(accountId)
            .map(text -> new SessionSummary.Undertaking(text.version(), text.body()))
            .orElse(null),
        access.listOf(accountId).stream().map(this::appointment).toList());
  }

  @Override
  public SecondFactorEnrolment enrolSecondFactor() {
    return secondFactors
        .enrol(caller.accountId(), caller.sessionId())
        .map(enrolment -> new SecondFactorEnrolment(enrolment.secret(), enrolment.uri()))
        .orElseThrow(() -> new Refusal(ProblemType.SECOND_FACTOR_REQUIRED));
  }

  @Override
  public SecondFactorPassed passSecondFactor(@Body @Valid SecondFactorCode code) {
    SecondFactors.Outcome outcome =
        secondFactors.pass(caller.accountId(), caller.sessionId(), code.code());
    if (outcome instanceof SecondFactors.Outcome.Passed passed) {
      return new SecondFactorPassed(passed.recoveryCodes());
    }
    throw new Refusal(
        outcome instanceof SecondFactors.Outcome.Locked
            ? ProblemType.SECOND_FACTOR_LOCKED
            : ProblemType.SECOND_FACTOR_REFUSED);
  }

  @Override
  public SessionSummary acceptUndertaking(@Body @Valid UndertakingAcceptance acceptance) {
    if (!acceptUndertaking.accept(caller.accountId(), acceptance.version())) {
      throw new Refusal(ProblemType.UNDERTAKING_OUTDATED);
    }
    return show();
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
