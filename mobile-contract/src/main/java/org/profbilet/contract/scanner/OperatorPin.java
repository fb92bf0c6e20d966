package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param pin six digits
 */
@Serdeable
public record OperatorPin(@NotBlank @Size(max = 6) String pin) {
  @Override
  public String toString() {
    return "OperatorPin[…]";
  }
}
