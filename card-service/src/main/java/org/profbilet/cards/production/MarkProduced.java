package org.profbilet.cards.production;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.cards.BatchState;

/** The central office has the batch from the printers. */
@Singleton
public class MarkProduced {

  private final MoveBatch moveBatch;

  MarkProduced(MoveBatch moveBatch) {
    this.moveBatch = moveBatch;
  }

  @Transactional
  public BatchOutcome markProduced(Acting acting, UUID batchId, HopCount count) {
    return moveBatch.to(BatchState.PRODUCED, acting, batchId, count);
  }
}
