package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A card and its way, oldest step first. */
@Serdeable
public record CardHistory(CardView card, List<Step> steps) {

  public CardHistory {
    steps = List.copyOf(steps);
  }

  /**
   * @param from null for the order
   * @param title the new status in Russian
   * @param organisation who made the step
   */
  @Serdeable
  public record Step(
      Instant at,
      @Nullable String from,
      String to,
      String title,
      @Nullable String reason,
      @Nullable String organisation) {}
}
