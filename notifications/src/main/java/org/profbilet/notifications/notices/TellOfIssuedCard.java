package org.profbilet.notifications.notices;

import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import org.profbilet.cards.CardIssued;
import org.profbilet.notifications.outbox.NoticeKind;
import org.profbilet.notifications.outbox.Outbox;

/**
 * «Ваш билет выдан». Runs in the thread and the transaction of the fact: rows only. Whether
 * anything leaves is decided when it is sent.
 */
@Singleton
class TellOfIssuedCard {

  private final Outbox outbox;

  TellOfIssuedCard(Outbox outbox) {
    this.outbox = outbox;
  }

  @EventListener
  void tell(CardIssued fact) {
    outbox.put(
        NoticeKind.CARD_ISSUED,
        "card:" + fact.cardId() + ":issued",
        fact.personId(),
        fact.primaryId());
  }
}
