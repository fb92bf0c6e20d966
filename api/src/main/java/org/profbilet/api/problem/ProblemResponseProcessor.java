package org.profbilet.api.problem;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import org.profbilet.contract.problem.Problem;
import org.profbilet.contract.problem.Problem.FieldError;

/**
 * Answers whatever nobody else answered. The framework's own body repeats messages of exceptions,
 * and those may hold a whole row; this one says only which field is wrong.
 */
@Singleton
@Primary
class ProblemResponseProcessor implements ErrorResponseProcessor<Problem> {

  private final Problems problems;

  ProblemResponseProcessor(Problems problems) {
    this.problems = problems;
  }

  @Override
  public MutableHttpResponse<Problem> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    List<FieldError> fields =
        context.getErrors().stream()
            .map(Error::getPath)
            .flatMap(java.util.Optional::stream)
            .map(path -> new FieldError(field(path), "Проверьте это поле"))
            .toList();
    return problems.answer(context.getRequest(), Problems.typeOf(response.code()), null, fields);
  }

  /** The last part of a path such as {@code /signIn/credentials/login}. */
  private static String field(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
