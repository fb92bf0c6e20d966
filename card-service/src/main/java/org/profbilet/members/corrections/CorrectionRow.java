package org.profbilet.members.corrections;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A proposal as its table holds it; the changes are JSON. */
@Introspected
record CorrectionRow(
    UUID id,
    UUID personId,
    String personName,
    String changes,
    @Nullable String note,
    CorrectionState state,
    String requestHash,
    Instant proposedAt,
    @Nullable Instant answeredAt,
    @Nullable String reason) {

  @Override
  public String toString() {
    return "CorrectionRow[" + id + "]";
  }
}
