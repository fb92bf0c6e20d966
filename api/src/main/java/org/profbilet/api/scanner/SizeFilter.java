package org.profbilet.api.scanner;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;
import org.profbilet.api.problem.Problems;
import org.profbilet.contract.problem.ProblemType;

/** A door sends at most 200 scans at once: what is greater was not made by one of ours. */
@ServerFilter("/v1/scanner/**")
class SizeFilter {

  private static final long LIMIT = 256 * 1024;

  private final Problems problems;

  SizeFilter(Problems problems) {
    this.problems = problems;
  }

  @RequestFilter
  @Nullable HttpResponse<?> check(HttpRequest<?> request) {
    return request.getContentLength() > LIMIT
        ? problems.answer(request, ProblemType.TOO_LARGE)
        : null;
  }
}
