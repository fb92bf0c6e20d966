package org.profbilet.cards;

import jakarta.inject.Singleton;
import java.util.List;
import org.profbilet.access.Acting;

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

  /** For the central office: approved orders that wait, by region. */
  public List<WaitingCards> listWaiting(Acting acting) {
    CardMove.TAKE_INTO_PRODUCTION.requireLevelOf(acting);
    return reader.listWaiting();
  }
}
