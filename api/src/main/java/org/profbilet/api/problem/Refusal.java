package org.profbilet.api.problem;

import org.jspecify.annotations.Nullable;
import org.profbilet.contract.problem.ProblemType;

/** Ends a request with a problem of the catalogue. Carries no cause and no personal data. */
public class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final @Nullable String detail;

  public Refusal(ProblemType type) {
    this(type, null);
  }

  /**
   * @param detail what to do, in Russian
   */
  public Refusal(ProblemType type, @Nullable String detail) {
    super(type.name(), null, false, false);
    this.type = type;
    this.detail = detail;
  }

  public ProblemType type() {
    return type;
  }

  public @Nullable String detail() {
    return detail;
  }
}
