package org.profbilet.notifications.receipts;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Settles receipts again and again, where a dispatcher runs. */
@Singleton
@Requires(property = "profbilet.dispatcher.enabled", notEquals = "false")
class SettleReceiptsJob {

  private final SettleReceipts receipts;

  SettleReceiptsJob(SettleReceipts receipts) {
    this.receipts = receipts;
  }

  @Scheduled(fixedDelay = "${profbilet.dispatcher.every:2s}", initialDelay = "5s")
  void run() {
    while (receipts.settle() > 0) {
      // the next hundred
    }
  }
}
