package org.profbilet.members;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change in the history of a member. */
@Introspected
public record RecordedChange(
    Instant at,
    @Nullable UUID accountId,
    String field,
    @Nullable String before,
    @Nullable String after) {

  @Override
  public String toString() {
    return "RecordedChange[" + field + "]";
  }
}
