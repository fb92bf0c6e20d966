package org.profbilet.api.scanner;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.profbilet.api.problem.Problems;
import org.profbilet.contract.problem.Problem;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.meetings.devices.RegistrarOnly;

@Singleton
class RegistrarOnlyHandler implements ExceptionHandler<RegistrarOnly, HttpResponse<Problem>> {

  private final Problems problems;

  RegistrarOnlyHandler(Problems problems) {
    this.problems = problems;
  }

  @Override
  public HttpResponse<Problem> handle(HttpRequest request, RegistrarOnly exception) {
    return problems.answer(request, ProblemType.REGISTRAR_ONLY);
  }
}
