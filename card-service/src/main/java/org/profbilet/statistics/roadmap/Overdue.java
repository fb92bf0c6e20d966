package org.profbilet.statistics.roadmap;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A primary that is late.
 *
 * @param late numbers of the steps, separated by commas
 * @param since the earliest day that passed
 * @param chair name of the chair, where the passport has one
 */
@Introspected
public record Overdue(
    UUID id,
    String inpo,
    String name,
    String parentName,
    String late,
    LocalDate since,
    @Nullable String chair,
    @Nullable String phone) {

  /** Numbers of the steps, in order. */
  public List<Integer> steps() {
    return Arrays.stream(late.split(",")).map(Integer::valueOf).toList();
  }

  @Override
  public String toString() {
    return "Overdue[" + id + ", " + late + "]";
  }
}
