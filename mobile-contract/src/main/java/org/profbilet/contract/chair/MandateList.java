package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom an organisation has sent to a body.
 *
 * @param seats how many it may send; absent before they were allotted
 */
@Serdeable
public record MandateList(@Nullable Integer seats, List<Mandate> items) {

  public MandateList {
    items = List.copyOf(items);
  }
}
