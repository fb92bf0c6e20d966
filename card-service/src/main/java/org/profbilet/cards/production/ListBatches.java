package org.profbilet.cards.production;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.cards.CardMove;

/**
 * Shows an office the batches of its region, or of all regions, and what waits for the next one.
 */
@Singleton
public class ListBatches {

  private final BatchReader reader;

  ListBatches(BatchReader reader) {
    this.reader = reader;
  }

  public List<BatchSummary> list(Acting acting) {
    return reader.listWithin(acting.organisationId());
  }

  /**
   * @throws NotYours where this organisation has no such batch
   */
  public BatchSummary get(Acting acting, UUID batchId) {
    return list(acting).stream()
        .filter(batch -> batch.id().equals(batchId))
        .findFirst()
        .orElseThrow(NotYours::new);
  }

  /** For the central office: approved orders that wait, by region. */
  public List<WaitingCards> listWaiting(Acting acting) {
    CardMove.TAKE_INTO_PRODUCTION.requireLevelOf(acting);
    return reader.listWaiting();
  }
}
