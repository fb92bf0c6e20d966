package org.profbilet.api.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.server.exceptions.ConversionErrorHandler;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.exceptions.path.PropertyReferencePath;
import io.micronaut.serde.exceptions.path.ReferencePath;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.profbilet.contract.problem.Problem;
import org.profbilet.contract.problem.Problem.FieldError;

/** Names the field that is no number, no day, no known word at all; never what stands there. */
@Singleton
@Replaces(ConversionErrorHandler.class)
class UnreadableHandler
    implements ExceptionHandler<ConversionErrorException, HttpResponse<Problem>> {

  private final Problems problems;

  UnreadableHandler(Problems problems) {
    this.problems = problems;
  }

  @Override
  public HttpResponse<Problem> handle(HttpRequest request, ConversionErrorException unreadable) {
    String pointer = pointer(unreadable);
    return problems.answer(
        request,
        pointer.isEmpty()
            ? List.of()
            : List.of(new FieldError(pointer, RuleSentence.OTHERWISE_WRITTEN)));
  }

  private static String pointer(ConversionErrorException unreadable) {
    for (Throwable t = unreadable; t != null; t = t.getCause()) {
      if (t instanceof SerdeException wrong && !wrong.getPath().isEmpty()) {
        return pointer(wrong.getPath());
      }
    }
    boolean isBody = unreadable.getArgument().isAnnotationPresent(Body.class);
    return isBody ? "" : unreadable.getArgument().getName();
  }

  private static String pointer(List<ReferencePath> path) {
    return path.stream()
        .filter(PropertyReferencePath.class::isInstance)
        .map(step -> step.getArgument().getName())
        .collect(Collectors.joining("."));
  }
}
