package org.profbilet.api.session;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.accounts.Sessions;
import org.profbilet.api.problem.Problems;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.credentials.OwnTicket;

/**
 * A session of staff that was ended, and a member's phone that was revoked, are dead at the next
 * request, not when the token expires. Before anything else is answered the second step must be
 * passed, and a password chosen by somebody else changed. A door asks for its device itself: it
 * locks it for its scans.
 */
@ServerFilter("/v1/**")
class LivingSessionFilter implements Ordered {

  private static final String SESSION = "/v1/session";

  /** With a password alone one sees that a code is asked, gives it, or goes. */
  private static final Set<String> SECOND_STEP = Set.of(SESSION, SESSION + "/second-factor");

  private final Sessions sessions;
  private final SecondStep.Rule secondStep;
  private final OwnTicket ownTicket;
  private final Problems problems;

  LivingSessionFilter(
      Sessions sessions, SecondStep.Rule secondStep, OwnTicket ownTicket, Problems problems) {
    this.sessions = sessions;
    this.secondStep = secondStep;
    this.ownTicket = ownTicket;
    this.problems = problems;
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable HttpResponse<?> check(HttpRequest<?> request) {
    Authentication caller = request.getUserPrincipal(Authentication.class).orElse(null);
    ProblemType refusal = caller == null ? null : refusal(caller, request.getPath());
    return refusal == null ? null : problems.answer(request, refusal);
  }

  private @Nullable ProblemType refusal(Authentication caller, String path) {
    if (caller.getRoles().contains(Audience.STAFF)) {
      return ofStaff(UUID.fromString(caller.getName()), Caller.sessionIdOf(caller), path);
    }
    if (caller.getRoles().contains(Audience.MEMBER)) {
      return ofMember(UUID.fromString(caller.getName()), Caller.sessionIdOf(caller));
    }
    return null;
  }

  private @Nullable ProblemType ofStaff(UUID accountId, UUID sessionId, String path) {
    Sessions.State state = sessions.stateOf(sessionId);
    return switch (state) {
      case DEAD -> ProblemType.UNAUTHENTICATED;
      case SECOND_FACTOR_REQUIRED ->
          SECOND_STEP.contains(path) ? null : ProblemType.SECOND_FACTOR_REQUIRED;
      case PASSWORD_CHANGE_REQUIRED ->
          path.startsWith(SESSION) ? null : ProblemType.PASSWORD_CHANGE_REQUIRED;
      case ALIVE, ALIVE_WITH_SECOND_FACTOR ->
          path.startsWith(SESSION) || secondStep.of(accountId, state) != SecondStep.SETUP
              ? null
              : ProblemType.SECOND_FACTOR_SETUP_REQUIRED;
    };
  }

  private @Nullable ProblemType ofMember(UUID personId, UUID deviceId) {
    return ownTicket.isTrusted(personId, deviceId) ? null : ProblemType.DEVICE_REVOKED;
  }
}
