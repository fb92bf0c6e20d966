package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A primary that is late.
 *
 * @param steps numbers of the steps it is late with
 * @param since the earliest day that passed
 */
@Serdeable
public record OverduePrimary(
    UUID id,
    String inpo,
    String name,
    String parentName,
    List<Integer> steps,
    LocalDate since,
    @Nullable String chair,
    @Nullable String phone) {

  public OverduePrimary {
    steps = List.copyOf(steps);
  }
}
