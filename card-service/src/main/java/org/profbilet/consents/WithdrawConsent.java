package org.profbilet.consents;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Acting;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.consents.WithdrawOutcome.Reason;
import org.profbilet.consents.WithdrawOutcome.Refused;
import org.profbilet.consents.WithdrawOutcome.Withdrawn;
import org.profbilet.requests.TryAgain;

/**
 * Ends a consent at once, whatever the date of the statement. It waits for a message that is being
 * handed over and succeeds only when no further one can be; else {@link TryAgain}.
 */
@Singleton
public class WithdrawConsent {

  private final RowScope rowScope;
  private final LedgerRepository repository;
  private final ConsentTexts texts;
  private final Ledger ledger;
  private final Audit audit;
  private final Today today;

  WithdrawConsent(
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
   * A written statement that the chair received.
   *
   * @param channels empty for all channels of the purpose
   */
  @Transactional
  public WithdrawOutcome onPaper(
      Acting acting, UUID personId, Purpose purpose, Set<Channel> channels, LocalDate signedOn) {
    rowScope.primary(acting.organisationId());
    Optional<UUID> primaryId = repository.findPrimaryOf(personId);
    if (primaryId.isEmpty()) {
      return new Refused(Reason.UNKNOWN_PERSON);
    }
    Wish wish =
        new Wish(personId, acting.organisationId(), purpose, channels, signedOn, acting, null);
    return TryAgain.whenBusy(() -> withdraw(wish));
  }

  /**
   * The member herself, in her own session.
   *
   * @param channels empty for all channels of the purpose
   */
  @Transactional
  public WithdrawOutcome electronically(
      UUID personId, Purpose purpose, Set<Channel> channels, Evidence evidence) {
    rowScope.person(personId);
    Optional<UUID> primaryId = repository.findPrimaryOf(personId);
    if (primaryId.isEmpty()) {
      return new Refused(Reason.UNKNOWN_PERSON);
    }
    Wish wish =
        new Wish(personId, primaryId.get(), purpose, channels, today.date(), null, evidence);
    return TryAgain.whenBusy(() -> withdraw(wish));
  }

  /**
   * @param acting null for the member herself
   * @param evidence null on paper
   */
  private record Wish(
      UUID personId,
      UUID primaryId,
      Purpose purpose,
      Set<Channel> channels,
      LocalDate signedOn,
      @Nullable Acting acting,
      @Nullable Evidence evidence) {

    Set<Channel> effectiveChannels() {
      return EnumSet.copyOf(channels.isEmpty() ? purpose.channels() : channels);
    }
  }

  private WithdrawOutcome withdraw(Wish wish) {
    if (!wish.purpose().channels().containsAll(wish.effectiveChannels())) {
      return new Refused(Reason.CHANNEL_NOT_OF_THE_PURPOSE);
    }
    if (wish.signedOn().isAfter(today.date())) {
      return new Refused(Reason.DATE_IN_THE_FUTURE);
    }
    repository.limitWaiting("5s");
    repository.lockCurrent(wish.personId().toString(), wish.purpose());
    List<CurrentConsent> current =
        repository.listOfPerson(wish.personId()).stream()
            .filter(consent -> consent.purpose() == wish.purpose())
            .filter(consent -> wish.effectiveChannels().contains(consent.channel()))
            .toList();
    return end(wish, current);
  }

  private WithdrawOutcome end(Wish wish, List<CurrentConsent> current) {
    List<CurrentConsent> given = inState(current, ConsentState.GIVEN);
    if (given.isEmpty()) {
      return inState(current, ConsentState.WITHDRAWN).isEmpty()
          ? new Refused(Reason.NO_CONSENT_IN_FORCE)
          : new Withdrawn(0);
    }
    if (given.stream().anyMatch(consent -> consent.signedOn().isAfter(wish.signedOn()))) {
      return new Refused(Reason.DATE_BEFORE_THE_CONSENT);
    }
    given.forEach(consent -> write(wish, consent.channel()));
    return new Withdrawn(given.size());
  }

  private void write(Wish wish, Channel channel) {
    ConsentText text = texts.findInForce(wish.purpose(), wish.signedOn()).orElseThrow();
    Ledger.Entry entry =
        new Ledger.Entry(wish.purpose(), channel, ConsentState.WITHDRAWN, text, wish.signedOn());
    Acting acting = wish.acting();
    if (acting == null) {
      ledger.appendElectronic(
          wish.personId(), wish.primaryId(), entry, Objects.requireNonNull(wish.evidence()));
    } else {
      ledger.appendPaper(acting, null, entry, List.of(wish.personId()));
    }
    audit.record(
        acting == null ? null : acting.accountId(),
        wish.primaryId(),
        "CONSENT_WITHDRAWN",
        wish.personId(),
        Map.of("purpose", wish.purpose().name(), "channel", channel.name()));
  }

  private static List<CurrentConsent> inState(List<CurrentConsent> consents, ConsentState state) {
    return consents.stream().filter(consent -> consent.state() == state).toList();
  }
}
