package org.profbilet.notifications.unsubscribe;

import jakarta.inject.Singleton;
import java.util.Set;
import org.profbilet.consents.Evidence;
import org.profbilet.consents.Purpose;
import org.profbilet.consents.WithdrawConsent;
import org.profbilet.consents.WithdrawOutcome;

/**
 * Stops a channel by the link of a letter, without a session: who has the letter may only say no.
 * It counts as a withdrawal by the member herself and is in force when this returns.
 */
@Singleton
public class Unsubscribe {

  private final UnsubscribeTokens tokens;
  private final WithdrawConsent withdrawConsent;

  Unsubscribe(UnsubscribeTokens tokens, WithdrawConsent withdrawConsent) {
    this.tokens = tokens;
    this.withdrawConsent = withdrawConsent;
  }

  /** The link is good, or it is not ours or its person is gone; no more is told. */
  public enum Outcome {
    STOPPED,
    UNKNOWN_LINK
  }

  /** Saying no twice is saying no. */
  public Outcome byLink(String link) {
    return tokens.read(link).map(this::withdraw).orElse(Outcome.UNKNOWN_LINK);
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
