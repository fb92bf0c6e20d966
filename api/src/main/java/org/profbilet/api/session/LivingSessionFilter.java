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
import org.jspecify.annotations.Nullable;
import org.profbilet.accounts.Sessions;
import org.profbilet.api.problem.Problems;
import org.profbilet.contract.problem.ProblemType;

/**
 * A staff session that was ended is dead at the next request, not when its token expires; and a
 * password chosen by somebody else must be changed before anything else is answered.
 */
@ServerFilter("/v1/**")
class LivingSessionFilter implements Ordered {

  private final Sessions sessions;
  private final Problems problems;

  LivingSessionFilter(Sessions sessions, Problems problems) {
    this.sessions = sessions;
    this.problems = problems;
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable HttpResponse<?> check(HttpRequest<?> request) {
    Authentication authentication = request.getUserPrincipal(Authentication.class).orElse(null);
    if (authentication == null || !authentication.getRoles().contains(Audience.STAFF)) {
      return null;
    }
    return switch (sessions.stateOf(Caller.sessionIdOf(authentication))) {
      case DEAD -> problems.answer(request, ProblemType.UNAUTHENTICATED);
      case PASSWORD_CHANGE_REQUIRED ->
          request.getPath().startsWith("/v1/session")
              ? null
              : problems.answer(request, ProblemType.PASSWORD_CHANGE_REQUIRED);
      case ALIVE -> null;
    };
  }
}
