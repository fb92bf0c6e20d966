package org.profbilet.members.transfers;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/**
 * Looks now and then for requests that nobody answered; specifications call the work themselves.
 */
@Singleton
@Requires(property = "profbilet.test", notEquals = "true")
class GrantDueRequests {

  private final GrantDue grantDue;

  GrantDueRequests(GrantDue grantDue) {
    this.grantDue = grantDue;
  }

  @Scheduled(fixedDelay = "1h", initialDelay = "2m")
  void run() {
    grantDue.grantAll();
  }
}
