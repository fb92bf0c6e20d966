package org.profbilet.consents;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.requests.TryAgain;

/**
 * The member agrees to messages in her own session. The other purposes need her signature on paper
 * (152-ФЗ art. 9 p. 4).
 */
@Singleton
public class GiveConsent {

  private final RowScope rowScope;
  private final LedgerRepository repository;
  private final ConsentTexts texts;
  private final Ledger ledger;
  private final Audit audit;
  private final Today today;

  GiveConsent(
      RowScope rowScope,
      LedgerRepository repository,
      ConsentTexts texts,
      Ledger ledger,
      Audit audit,
      Today today) {
    this.rowScope = rowScope;
    this.repository = repository;
    this.texts = texts;
    this.ledger = ledger;
    this.audit = audit;
    this.today = today;
  }

  /**
   * @return how many channels were not in force before
   * @throws NotYours where there is no such member
   */
  @Transactional
  public int giveMessages(UUID personId, Set<Channel> channels) {
    if (!Purpose.MESSAGES.channels().containsAll(channels)) {
      throw new IllegalArgumentException("messages go by SMS, PUSH or EMAIL");
    }
    rowScope.person(personId);
    UUID primaryId = repository.findPrimaryOf(personId).orElseThrow(NotYours::new);
    return TryAgain.whenBusy(() -> give(personId, primaryId, channels));
  }

  private int give(UUID personId, UUID primaryId, Set<Channel> channels) {
    repository.limitWaiting("5s");
    repository.lockCurrent(personId.toString(), Purpose.MESSAGES);
    List<Channel> inForce =
        repository.listOfPerson(personId).stream()
            .filter(consent -> consent.purpose() == Purpose.MESSAGES)
            .filter(consent -> consent.state() == ConsentState.GIVEN)
            .map(CurrentConsent::channel)
            .toList();
    List<Channel> fresh =
        channels.stream().sorted().filter(channel -> !inForce.contains(channel)).toList();
    ConsentText text = texts.findInForce(Purpose.MESSAGES, today.date()).orElseThrow();
    for (Channel channel : fresh) {
      ledger.appendElectronic(
          personId,
          primaryId,
          new Ledger.Entry(Purpose.MESSAGES, channel, ConsentState.GIVEN, text, today.date()));
      audit.record(null, primaryId, "CONSENT_GIVEN", personId, Map.of("channel", channel.name()));
    }
    return fresh.size();
  }
}
