package org.profbilet.credentials;

import java.util.Optional;

/** Why a person may have no ticket on a phone now. */
public enum NotEligible {
  /** No counted membership is in force today. */
  NOT_A_MEMBER,
  /** The consent to processing by the union is not in force. */
  NO_CONSENT;

  static Optional<NotEligible> of(Holder holder) {
    if (!holder.member()) {
      return Optional.of(NOT_A_MEMBER);
    }
    return holder.consented() ? Optional.empty() : Optional.of(NO_CONSENT);
  }
}
