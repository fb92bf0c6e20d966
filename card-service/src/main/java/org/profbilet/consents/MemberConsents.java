package org.profbilet.consents;

import java.util.List;

/**
 * A member and what she decided for a purpose.
 *
 * @param decisions the newest ones; a channel without one is unknown
 */
public record MemberConsents(MemberName member, List<CurrentConsent> decisions) {

  public MemberConsents {
    decisions = List.copyOf(decisions);
  }

  public ConsentState state(Channel channel) {
    return decisions.stream()
        .filter(decision -> decision.channel() == channel)
        .map(CurrentConsent::state)
        .findFirst()
        .orElse(ConsentState.UNKNOWN);
  }

  /** Something of the purpose was never decided. */
  public boolean isMissing(Purpose purpose) {
    return purpose.channels().stream().anyMatch(channel -> state(channel) == ConsentState.UNKNOWN);
  }

  /** Nothing of the purpose was ever decided: the paper has not come back. */
  public boolean isUndecided() {
    return decisions.isEmpty();
  }
}
