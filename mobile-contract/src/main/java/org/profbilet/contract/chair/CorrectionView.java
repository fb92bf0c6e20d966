package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param state OPEN, ACCEPTED or DECLINED
 * @param reason why it was declined
 */
@Serdeable
public record CorrectionView(
    UUID id,
    UUID personId,
    String personName,
    List<ListPage.Change> changes,
    @Nullable String note,
    String state,
    Instant proposedAt,
    @Nullable Instant answeredAt,
    @Nullable String reason) {

  public CorrectionView {
    changes = List.copyOf(changes);
  }
}
