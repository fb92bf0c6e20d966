package org.profbilet.contract.problem;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of every error (RFC 9457).
 *
 * @param type a URL that names the kind of problem
 * @param title a Russian sentence that says what happened
 * @param status the HTTP status
 * @param detail what to do, in Russian, where there is more to say than the title
 * @param code the stable name, see {@link ProblemType}
 * @param requestId to dictate to the help line
 * @param errors the fields that are wrong; empty where the problem is not about fields
 */
@Serdeable
@Introspected
public record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    String code,
    String requestId,
    List<FieldError> errors) {

  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    errors = List.copyOf(errors);
  }

  /**
   * @param pointer the field by its path, for example {@code publicKeyJwk.x}, or the parameter of
   *     the address
   * @param detail what is wrong with it, in Russian; never the value
   */
  @Serdeable
  public record FieldError(String pointer, String detail) {}
}
