package org.profbilet.api.limits;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.profbilet.api.problem.Problems;
import org.profbilet.contract.problem.ProblemType;

/** Asks an address to wait that asks too often; nothing of its request is looked at. */
@ServerFilter({"/v1/open/**", "/v1/session"})
@Requires(property = "profbilet.limits.enabled", notEquals = "false")
class LimitFilter implements Ordered {

  private final Buckets buckets;
  private final CallerAddress addresses;
  private final Problems problems;

  LimitFilter(Buckets buckets, CallerAddress addresses, Problems problems) {
    this.buckets = buckets;
    this.addresses = addresses;
    this.problems = problems;
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.before();
  }

  @RequestFilter
  @Nullable HttpResponse<?> check(HttpRequest<?> request) {
    Optional<Limit> limit = Limit.of(request.getMethod(), request.getPath());
    if (limit.isEmpty()) {
      return null;
    }
    Duration wait = buckets.take(limit.get(), addresses.of(request));
    return wait.isZero()
        ? null
        : problems
            .answer(request, ProblemType.RATE_LIMITED)
            .header(HttpHeaders.RETRY_AFTER, Long.toString(wait.plusMillis(999).toSeconds()));
  }
}
