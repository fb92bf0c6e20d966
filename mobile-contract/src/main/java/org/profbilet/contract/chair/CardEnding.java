package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;

/**
 * How the life of a copy ends.
 *
 * @param reason LOST, WORN, DATA_CHANGED (another name), DEFECTIVE (misprinted, before it was
 *     handed out) or WITHDRAWN (given back)
 */
@Serdeable
public record CardEnding(@NotNull Reason reason) {

  /** Why. */
  public enum Reason {
    LOST,
    WORN,
    DATA_CHANGED,
    DEFECTIVE,
    WITHDRAWN
  }
}
