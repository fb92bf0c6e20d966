package org.profbilet.api.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.profbilet.access.RowBudgetSpent;
import org.profbilet.contract.problem.Problem;
import org.profbilet.contract.problem.ProblemType;

@Singleton
class RowsSpentHandler implements ExceptionHandler<RowBudgetSpent, HttpResponse<Problem>> {

  private final Problems problems;

  RowsSpentHandler(Problems problems) {
    this.problems = problems;
  }

  @Override
  public HttpResponse<Problem> handle(HttpRequest request, RowBudgetSpent exception) {
    return problems.answer(request, ProblemType.ROWS_SPENT);
  }
}
