package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param name as colleagues call her, for example «Ольга С.»
 */
@Serdeable
public record NewOperator(@NotBlank @Size(max = 40) String name) {
  @Override
  public String toString() {
    return "NewOperator[…]";
  }
}
