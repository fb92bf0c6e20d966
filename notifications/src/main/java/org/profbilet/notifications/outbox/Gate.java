package org.profbilet.notifications.outbox;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
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

  /** Addresses, or the reason why there are none, or neither: not now. */
  record Answer(List<ConsentedAddress> addresses, @Nullable String withheld) {

    private static final Answer NOT_NOW = new Answer(List.of(), null);

    boolean isNotNow() {
      return withheld == null && addresses.isEmpty();
    }
  }

  private final RowScope rows;
  private final Broadcasts broadcasts;
  private final ConsentGate consents;

  Gate(RowScope rows, Broadcasts broadcasts, ConsentGate consents) {
    this.rows = rows;
    this.broadcasts = broadcasts;
    this.consents = consents;
  }

  void openRowsOf(Claimed delivery) {
    rows.person(delivery.personId());
  }

  Answer ask(Claimed delivery) {
    UUID campaignId = delivery.campaignId();
    String zone = delivery.zone();
    if (campaignId == null || zone == null) {
      return askForAddress(delivery);
    }
    return switch (broadcasts.hold(campaignId, delivery.personId(), delivery.channel(), zone)) {
      case GOES -> askForAddress(delivery);
      case NOT_NOW -> Answer.NOT_NOW;
      case CANCELLED -> new Answer(List.of(), "CANCELLED");
      case MUTED -> new Answer(List.of(), "MUTED");
    };
  }

  private Answer askForAddress(Claimed delivery) {
    UUID campaignId = delivery.campaignId();
    AddressOutcome outcome =
        campaignId != null && broadcasts.isAd(campaignId)
            ? consents.addressForAds(delivery.personId(), delivery.channel())
            : consents.addressFor(delivery.personId(), Purpose.MESSAGES, delivery.channel());
    if (outcome instanceof AddressOutcome.Consented consented) {
      return new Answer(consented.addresses(), null);
    }
    return new Answer(List.of(), ((AddressOutcome.Withheld) outcome).reason().name());
  }
}
