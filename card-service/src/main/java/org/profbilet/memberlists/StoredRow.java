package org.profbilet.memberlists;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of a plan as its table holds it, the rest as JSON. */
@Introspected
record StoredRow(
    int rowNumber,
    String outcome,
    String title,
    @Nullable UUID personId,
    @Nullable String member,
    String changes,
    String problems) {

  @Override
  public String toString() {
    return "StoredRow[" + rowNumber + " " + outcome + "]";
  }
}
