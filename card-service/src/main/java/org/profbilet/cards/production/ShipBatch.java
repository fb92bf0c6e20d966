package org.profbilet.cards.production;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.cards.BatchState;

/** The central office posts the batch to its region. */
@Singleton
public class ShipBatch {

  private final MoveBatch moveBatch;

  ShipBatch(MoveBatch moveBatch) {
    this.moveBatch = moveBatch;
  }

  @Transactional
  public BatchOutcome ship(Acting acting, UUID batchId, HopCount count) {
    return moveBatch.to(BatchState.SHIPPED, acting, batchId, count);
  }
}
