package org.profbilet.api.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.profbilet.access.NotYours;
import org.profbilet.contract.problem.Problem;
import org.profbilet.contract.problem.ProblemType;

@Singleton
class NotYoursHandler implements ExceptionHandler<NotYours, HttpResponse<Problem>> {

  private final Problems problems;

  NotYoursHandler(Problems problems) {
    this.problems = problems;
  }

  @Override
  public HttpResponse<Problem> handle(HttpRequest request, NotYours exception) {
    return problems.answer(request, ProblemType.NOT_FOUND);
  }
}
