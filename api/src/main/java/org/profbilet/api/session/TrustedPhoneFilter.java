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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.api.problem.Problems;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.credentials.OwnTicket;

/** A member's phone that was revoked is silent at its next request, not when its token expires. */
@ServerFilter("/v1/member/**")
class TrustedPhoneFilter implements Ordered {

  private final OwnTicket ownTicket;
  private final Problems problems;

  TrustedPhoneFilter(OwnTicket ownTicket, Problems problems) {
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
    Authentication member = request.getUserPrincipal(Authentication.class).orElse(null);
    if (member == null || !member.getRoles().contains(Audience.MEMBER)) {
      return null;
    }
    UUID person = UUID.fromString(member.getName());
    return ownTicket.isTrusted(person, Caller.sessionIdOf(member))
        ? null
        : problems.answer(request, ProblemType.DEVICE_REVOKED);
  }
}
