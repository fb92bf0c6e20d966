package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;

/**
 * The data is destroyed; nothing brings it back.
 *
 * @param number of the act
 * @param destroyed rows by category of data
 */
@Serdeable
public record ErasureDone(int number, Instant doneAt, Map<String, Integer> destroyed) {

  public ErasureDone {
    destroyed = Map.copyOf(destroyed);
  }
}
