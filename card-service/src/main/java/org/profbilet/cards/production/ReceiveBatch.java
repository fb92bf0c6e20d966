package org.profbilet.cards.production;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.cards.BatchState;

/** The region has the batch in its hands. */
@Singleton
public class ReceiveBatch {

  private final MoveBatch moveBatch;

  ReceiveBatch(MoveBatch moveBatch) {
    this.moveBatch = moveBatch;
  }

  @Transactional
  public BatchOutcome receive(Acting acting, UUID batchId, HopCount count) {
    return moveBatch.to(BatchState.RECEIVED, acting, batchId, count);
  }
}
