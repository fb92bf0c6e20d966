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
   * @param textVersion the words that were shown to her
   * @return given, or refused because other words are in force by now
   * @throws NotYours where there is no such member
   */
  @Transactional
  public GiveOutcome giveMessages(
      UUID personId, Set<Channel> channels, String textVersion, Evidence evidence) {
    if (!Purpose.MESSAGES.channels().containsAll(channels)) {
      throw new IllegalArgumentException("messages go by SMS, PUSH or EMAIL");
    }
    rowScope.person(personId);
    UUID primaryId = repository.findPrimaryOf(personId).orElseThrow(NotYours::new);
    ConsentText text = texts.inForceToday(Purpose.MESSAGES);
    if (!text.version().equals(textVersion)) {
      return GiveOutcome.OTHER_TEXT_IN_FORCE;
    }
    TryAgain.whenBusy(() -> give(personId, primaryId, channels, text, evidence));
    return GiveOutcome.GIVEN;
  }

  private int give(
      UUID personId, UUID primaryId, Set<Channel> channels, ConsentText text, Evidence evidence) {
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
    for (Channel channel : fresh) {
      ledger.appendElectronic(
          personId,
          primaryId,
          new Ledger.Entry(Purpose.MESSAGES, channel, ConsentState.GIVEN, text, today.date()),
          evidence);
      audit.record(null, primaryId, "CONSENT_GIVEN", personId, Map.of("channel", channel.name()));
    }
    return fresh.size();
  }
}
