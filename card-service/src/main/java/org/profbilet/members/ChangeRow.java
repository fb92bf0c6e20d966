package org.profbilet.members;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change on its way into the history. */
@Serdeable
record ChangeRow(
    UUID id, UUID personId, String field, @Nullable String before, @Nullable String after) {

  @Override
  public String toString() {
    return "ChangeRow[" + field + "]";
  }
}
