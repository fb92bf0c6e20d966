package org.profbilet.api.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.profbilet.api.session.RequestLog;
import org.profbilet.contract.problem.Problem;
import org.profbilet.contract.problem.Problem.FieldError;
import org.profbilet.contract.problem.ProblemType;

/** Makes the answers that carry a problem. */
@Singleton
public class Problems {

  private static final String CATALOGUE = "/problems/";

  public MutableHttpResponse<Problem> answer(HttpRequest<?> request, ProblemType type) {
    return answer(request, type, null, List.of());
  }

  /** A request with fields that are wrong. */
  MutableHttpResponse<Problem> answer(HttpRequest<?> request, List<FieldError> errors) {
    return answer(
        request,
        ProblemType.VALIDATION,
        errors.isEmpty() ? null : "Проверьте, что заполнено, и отправьте ещё раз",
        errors);
  }

  MutableHttpResponse<Problem> answer(
      HttpRequest<?> request, ProblemType type, @Nullable String detail, List<FieldError> errors) {
    Problem problem =
        new Problem(
            CATALOGUE + type.name(),
            type.title(),
            type.status(),
            detail,
            type.name(),
            RequestLog.idOf(request),
            errors);
    MutableHttpResponse<Problem> response =
        HttpResponse.<Problem>status(HttpStatus.valueOf(type.status())).body(problem);
    response.contentType(MediaType.of(Problem.MEDIA_TYPE));
    response.header(HttpHeaders.CONTENT_LANGUAGE, "ru");
    return response;
  }

  /** The problem that says what a bare HTTP status says. */
  static ProblemType typeOf(int status) {
    return switch (status) {
      case 400, 422 -> ProblemType.VALIDATION;
      case 401 -> ProblemType.UNAUTHENTICATED;
      case 403 -> ProblemType.FORBIDDEN;
      case 404 -> ProblemType.NOT_FOUND;
      case 405 -> ProblemType.METHOD_NOT_ALLOWED;
      case 413 -> ProblemType.TOO_LARGE;
      case 415, 406 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
      case 429 -> ProblemType.RATE_LIMITED;
      case 503 -> ProblemType.UNAVAILABLE;
      default -> ProblemType.INTERNAL;
    };
  }
}
