package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;

/**
 * A person as a door may know her.
 *
 * @param handle names her on this list only
 * @param shortName for example «Иванова М. П.»
 */
@Serdeable
public record PersonAtDoor(String handle, String shortName) {
  @Override
  public String toString() {
    return "PersonAtDoor[" + handle + "]";
  }
}
