package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * @param pin six digits, shown once
 */
@Serdeable
public record NamedOperator(UUID id, String name, String pin) {
  @Override
  public String toString() {
    return "NamedOperator[" + id + "]";
  }
}
