package org.profbilet.api.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.profbilet.contract.problem.Problem;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.requests.TryAgain;

/** Nothing was done; the same request may come again. */
@Singleton
class TryAgainHandler implements ExceptionHandler<TryAgain, HttpResponse<Problem>> {

  private final Problems problems;

  TryAgainHandler(Problems problems) {
    this.problems = problems;
  }

  @Override
  public HttpResponse<Problem> handle(HttpRequest request, TryAgain busy) {
    return problems.answer(request, ProblemType.UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, "5");
  }
}
