package org.profbilet.notifications.notices;

import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.profbilet.cards.CardIssued;
import org.profbilet.consents.Channel;
import org.profbilet.notifications.outbox.NoticeKind;
import org.profbilet.notifications.outbox.Outbox;

/**
 * «Ваш билет выдан», by e-mail and by push; no SMS, because it has no sender yet. Runs in the
 * thread and the transaction of the fact: rows only. Whether anything leaves is decided when it is
 * sent.
 */
@Singleton
class TellOfIssuedCard {

  private final Outbox outbox;

  TellOfIssuedCard(Outbox outbox) {
    this.outbox = outbox;
  }

  @EventListener
  void tell(CardIssued fact) {
    put(fact, Channel.EMAIL);
    put(fact, Channel.PUSH);
  }

  private void put(CardIssued fact, Channel channel) {
    UUID cardId = fact.cardId();
    outbox.put(
        NoticeKind.CARD_ISSUED,
        channel,
        "card:" + cardId + ":issued",
        fact.personId(),
        fact.primaryId());
  }
}
