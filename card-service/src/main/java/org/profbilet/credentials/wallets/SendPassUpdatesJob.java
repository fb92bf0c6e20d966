package org.profbilet.credentials.wallets;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Only where wallets are served. */
@Singleton
@Requires(beans = TellWallet.class)
@Requires(property = "profbilet.jobs.enabled", notEquals = "false")
class SendPassUpdatesJob {

  private final SendPassUpdates sendPassUpdates;

  SendPassUpdatesJob(SendPassUpdates sendPassUpdates) {
    this.sendPassUpdates = sendPassUpdates;
  }

  @Scheduled(fixedDelay = "1m", initialDelay = "1m")
  void run() {
    sendPassUpdates.sendDue();
  }
}
