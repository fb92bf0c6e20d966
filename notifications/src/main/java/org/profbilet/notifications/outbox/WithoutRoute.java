package org.profbilet.notifications.outbox;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Withholds a delivery whose channel nobody serves here, so that its next way is taken. */
@Singleton
class WithoutRoute {

  private final Gate gate;
  private final Settlement settlement;

  WithoutRoute(Gate gate, Settlement settlement) {
    this.gate = gate;
    this.settlement = settlement;
  }

  @Transactional
  public void withhold(Claimed delivery, UUID owner) {
    gate.openRowsOf(delivery);
    settlement.withhold(delivery, owner, "NO_ROUTE");
  }
}
