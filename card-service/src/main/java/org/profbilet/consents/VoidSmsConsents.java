package org.profbilet.consents;

import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.profbilet.contacts.PhonesChanged;
import org.profbilet.requests.IdList;

/**
 * Ends the consent to SMS of people whose number changed, in the transaction that changes it: the
 * consent was given for the old number. The new one is asked for anew.
 */
@Singleton
class VoidSmsConsents {

  private final LedgerRepository repository;
  private final Ledger ledger;
  private final ConsentTexts texts;
  private final Today today;

  VoidSmsConsents(LedgerRepository repository, Ledger ledger, ConsentTexts texts, Today today) {
    this.repository = repository;
    this.ledger = ledger;
    this.texts = texts;
    this.today = today;
  }

  @EventListener
  @Transactional(Transactional.TxType.MANDATORY)
  void when(PhonesChanged changed) {
    repository.lockCurrent(IdList.of(changed.personIds()), Purpose.MESSAGES);
    List<UUID> agreed =
        repository.listCurrent(changed.primaryId(), Purpose.MESSAGES).stream()
            .filter(consent -> consent.channel() == Channel.SMS)
            .filter(consent -> consent.state() == ConsentState.GIVEN)
            .map(CurrentConsent::personId)
            .filter(changed.personIds()::contains)
            .toList();
    ConsentText text = texts.inForceToday(Purpose.MESSAGES);
    ledger.appendRule(
        changed.primaryId(),
        new Ledger.Entry(Purpose.MESSAGES, Channel.SMS, ConsentState.UNKNOWN, text, today.date()),
        Cause.PHONE_CHANGED,
        agreed);
  }
}
