package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a table would do.
 *
 * @param form ORGANISATIONS or CHAIRS, told by the header
 * @param ignoredColumns headers that the form does not know
 */
@Serdeable
public record RegisterPlan(
    UUID id,
    String form,
    Instant createdAt,
    int added,
    int changed,
    int unchanged,
    int errors,
    List<String> ignoredColumns,
    @Nullable Instant appliedAt) {

  public RegisterPlan {
    ignoredColumns = List.copyOf(ignoredColumns);
  }
}
