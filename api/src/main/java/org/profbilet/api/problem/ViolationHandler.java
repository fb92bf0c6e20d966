package org.profbilet.api.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.validation.exceptions.ConstraintExceptionHandler;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import org.profbilet.contract.problem.Problem;
import org.profbilet.contract.problem.Problem.FieldError;

/** Names every field that breaks its rule and says what belongs there; never what stands there. */
@Singleton
@Replaces(ConstraintExceptionHandler.class)
class ViolationHandler
    implements ExceptionHandler<ConstraintViolationException, HttpResponse<Problem>> {

  private final Problems problems;

  ViolationHandler(Problems problems) {
    this.problems = problems;
  }

  @Override
  public HttpResponse<Problem> handle(HttpRequest request, ConstraintViolationException broken) {
    List<FieldError> errors =
        broken.getConstraintViolations().stream()
            .map(ViolationHandler::error)
            .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::detail))
            .toList();
    return problems.answer(request, errors);
  }

  private static FieldError error(ConstraintViolation<?> violation) {
    return new FieldError(
        pointer(violation.getPropertyPath()), RuleSentence.of(violation.getConstraintDescriptor()));
  }

  /**
   * As a client knows the field: {@code publicKeyJwk.x}, {@code scans[3].deviceSeq}, or the name of
   * a parameter of the address. The method, and the parameter that is the body, are ours.
   */
  private static String pointer(Path path) {
    StringBuilder fields = new StringBuilder();
    String parameter = "";
    for (Path.Node node : path) {
      if (node.getKind() == ElementKind.PARAMETER) {
        parameter = node.getName();
      } else if (node.getKind() == ElementKind.PROPERTY) {
        append(fields, node);
      }
    }
    return fields.isEmpty() ? parameter : fields.toString();
  }

  private static void append(StringBuilder fields, Path.Node node) {
    if (node.isInIterable() && node.getIndex() != null) {
      fields.append('[').append(node.getIndex()).append(']');
    }
    if (!fields.isEmpty()) {
      fields.append('.');
    }
    fields.append(node.getName());
  }
}
