package org.profbilet.registerlists;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of a plan as the table keeps it, structures as JSON. */
@Introspected
record StoredRow(
    int rowNumber,
    Outcome outcome,
    String title,
    @Nullable UUID organisationId,
    @Nullable String entry,
    String changes,
    String remarks) {

  @Override
  public String toString() {
    return "StoredRow[" + rowNumber + "]";
  }
}
