package org.profbilet.api.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;
import org.profbilet.contract.problem.Problem;

@Singleton
class RefusalHandler implements ExceptionHandler<Refusal, HttpResponse<Problem>> {

  private final Problems problems;

  RefusalHandler(Problems problems) {
    this.problems = problems;
  }

  @Override
  public HttpResponse<Problem> handle(HttpRequest request, Refusal refusal) {
    return problems.answer(request, refusal.type(), refusal.detail(), List.of());
  }
}
