package org.profbilet.members.corrections;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.members.FieldChange;

/**
 * What a member proposed, and what became of it.
 *
 * @param reason why it was declined
 */
public record Correction(
    UUID id,
    UUID personId,
    String personName,
    List<FieldChange> changes,
    @Nullable String note,
    CorrectionState state,
    Instant proposedAt,
    @Nullable Instant answeredAt,
    @Nullable String reason) {

  public Correction {
    changes = List.copyOf(changes);
  }

  @Override
  public String toString() {
    return "Correction[" + id + "]";
  }
}
