package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * Who holds the phone now.
 *
 * @param operatorId for every scan from now on
 */
@Serdeable
public record DoorOperator(UUID operatorId, String name) {
  @Override
  public String toString() {
    return "DoorOperator[" + operatorId + "]";
  }
}
