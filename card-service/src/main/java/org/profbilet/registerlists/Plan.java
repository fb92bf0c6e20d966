package org.profbilet.registerlists;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a table would do to the register.
 *
 * @param ignored headers that the form does not know
 * @param appliedAt null until it is done
 */
public record Plan(
    UUID id,
    Form form,
    Instant createdAt,
    Map<Outcome, Integer> counts,
    List<String> ignored,
    @Nullable Instant appliedAt) {

  public Plan {
    counts = Map.copyOf(counts);
    ignored = List.copyOf(ignored);
  }

  public int count(Outcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }
}
