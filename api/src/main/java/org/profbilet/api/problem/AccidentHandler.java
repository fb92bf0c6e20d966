package org.profbilet.api.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.profbilet.api.session.RequestLog;
import org.profbilet.contract.problem.Problem;
import org.profbilet.contract.problem.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An accident is logged by its kinds and places and never by its messages, for a message may quote
 * what a person typed.
 */
@Singleton
class AccidentHandler implements ExceptionHandler<RuntimeException, HttpResponse<Problem>> {

  private static final Logger LOG = LoggerFactory.getLogger(AccidentHandler.class);

  private final Problems problems;

  AccidentHandler(Problems problems) {
    this.problems = problems;
  }

  @Override
  public HttpResponse<Problem> handle(HttpRequest request, RuntimeException accident) {
    String state = sqlState(accident);
    LOG.error(
        "request {} failed: {} {}",
        RequestLog.idOf(request),
        state == null ? "" : "SQLSTATE " + state,
        places(accident));
    return problems.answer(request, typeOf(state));
  }

  private static ProblemType typeOf(@Nullable String state) {
    if (state == null) {
      return ProblemType.INTERNAL;
    }
    return switch (state) {
      case "23503", "23505", "23P01", "40001", "40P01" -> ProblemType.CONFLICT;
      case "PF429" -> ProblemType.RATE_LIMITED;
      case "55P03", "57014", "08001", "08006", "57P01", "57P02", "57P03" -> ProblemType.UNAVAILABLE;
      default -> ProblemType.INTERNAL;
    };
  }

  private static @Nullable String sqlState(Throwable accident) {
    for (Throwable t = accident; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql) {
        return sql.getSQLState();
      }
    }
    return null;
  }

  private static String places(Throwable accident) {
    StringBuilder text = new StringBuilder();
    for (Throwable t = accident; t != null; t = t.getCause()) {
      text.append(t.getClass().getName());
      StackTraceElement[] stack = t.getStackTrace();
      for (int i = 0; i < Math.min(stack.length, 12); i++) {
        text.append("\n  at ").append(stack[i]);
      }
      text.append('\n');
    }
    return text.toString();
  }
}
