package org.profbilet.notifications.receipts;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Keeps receipts as they come. One may come before the answer to its message is stored, and twice;
 * {@link SettleReceipts} joins them later, once.
 */
@Singleton
public class Receipts {

  private final ReceiptRepository receipts;
  private final Clock clock;

  Receipts(ReceiptRepository receipts, Clock clock) {
    this.receipts = receipts;
    this.clock = clock;
  }

  /**
   * @param provider as attempts name it
   * @param providerMessage the provider's own name of the message, as attempts keep it
   * @param detail a short code and never the provider's text
   */
  @Transactional
  public void keep(String provider, String providerMessage, Outcome outcome, String detail) {
    receipts.keep(
        UuidCreator.getTimeOrderedEpoch(),
        provider,
        providerMessage,
        outcome.name(),
        detail,
        clock.instant());
  }
}
