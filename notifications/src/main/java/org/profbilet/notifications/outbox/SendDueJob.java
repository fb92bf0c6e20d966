package org.profbilet.notifications.outbox;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Calls the dispatcher again and again; specifications switch it off and call it themselves. */
@Singleton
@Requires(property = "profbilet.dispatcher.enabled", notEquals = "false")
class SendDueJob {

  private final Dispatcher dispatcher;

  SendDueJob(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Scheduled(fixedDelay = "${profbilet.dispatcher.every:2s}", initialDelay = "3s")
  void run() {
    dispatcher.wake();
  }
}
