package org.profbilet.notifications.outbox;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.RowScope;
import org.profbilet.consents.AddressOutcome;
import org.profbilet.consents.ConsentGate;
import org.profbilet.consents.ConsentedAddress;
import org.profbilet.consents.Purpose;

/**
 * Asks for consent and address, in a transaction that has the rows of this one person open. The
 * consent stays locked until that transaction ends.
 */
@Singleton
class Gate {

  /** Addresses, or the reason why there are none. */
  record Answer(List<ConsentedAddress> addresses, @Nullable String withheld) {}

  private final RowScope rows;
  private final ConsentGate consents;

  Gate(RowScope rows, ConsentGate consents) {
    this.rows = rows;
    this.consents = consents;
  }

  void openRowsOf(Claimed delivery) {
    rows.person(delivery.personId());
  }

  Answer ask(Claimed delivery) {
    AddressOutcome outcome =
        consents.addressFor(delivery.personId(), Purpose.MESSAGES, delivery.channel());
    if (outcome instanceof AddressOutcome.Consented consented) {
      return new Answer(consented.addresses(), null);
    }
    return new Answer(List.of(), ((AddressOutcome.Withheld) outcome).reason().name());
  }
}
