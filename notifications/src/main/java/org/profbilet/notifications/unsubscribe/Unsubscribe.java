package org.profbilet.notifications.unsubscribe;

import jakarta.inject.Singleton;
import java.util.Set;
import org.profbilet.consents.ChooseAds;
import org.profbilet.consents.Evidence;
import org.profbilet.consents.Purpose;
import org.profbilet.consents.WithdrawConsent;
import org.profbilet.consents.WithdrawOutcome;

/**
 * Stops a channel, or advertising alone, by the link of a letter, without a session: who has the
 * letter may only say no. It counts as a withdrawal by the member herself and is in force when this
 * returns.
 */
@Singleton
public class Unsubscribe {

  private final UnsubscribeTokens tokens;
  private final WithdrawConsent withdrawConsent;
  private final ChooseAds chooseAds;

  Unsubscribe(UnsubscribeTokens tokens, WithdrawConsent withdrawConsent, ChooseAds chooseAds) {
    this.tokens = tokens;
    this.withdrawConsent = withdrawConsent;
    this.chooseAds = chooseAds;
  }

  /** The link is good, or it is not ours or its person is gone; no more is told. */
  public enum Outcome {
    STOPPED,
    ADS_STOPPED,
    UNKNOWN_LINK
  }

  /** Saying no twice is saying no. */
  public Outcome byLink(String link) {
    return tokens
        .read(link)
        .map(token -> token.adsOnly() ? refuseAds(token) : withdraw(token))
        .orElse(Outcome.UNKNOWN_LINK);
  }

  /** Whether the link is one that stops advertising alone; it changes nothing. */
  public boolean isOfAds(String link) {
    return tokens.read(link).filter(UnsubscribeToken::adsOnly).isPresent();
  }

  private Outcome refuseAds(UnsubscribeToken token) {
    return chooseAds.choose(token.personId(), false, Evidence.link())
        ? Outcome.ADS_STOPPED
        : Outcome.UNKNOWN_LINK;
  }

  private Outcome withdraw(UnsubscribeToken token) {
    WithdrawOutcome outcome =
        withdrawConsent.electronically(
            token.personId(), Purpose.MESSAGES, Set.of(token.channel()), Evidence.link());
    if (outcome instanceof WithdrawOutcome.Refused refused) {
      return switch (refused.reason()) {
        case NO_CONSENT_IN_FORCE -> Outcome.STOPPED;
        case UNKNOWN_PERSON,
            CHANNEL_NOT_OF_THE_PURPOSE,
            DATE_IN_THE_FUTURE,
            DATE_BEFORE_THE_CONSENT ->
            Outcome.UNKNOWN_LINK;
      };
    }
    return Outcome.STOPPED;
  }
}
