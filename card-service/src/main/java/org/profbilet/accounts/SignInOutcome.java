package org.profbilet.accounts;

import java.time.Instant;
import java.util.UUID;

/** What became of an attempt to sign in. */
public sealed interface SignInOutcome {

  /**
   * @param refreshToken the secret that renews the session, shown once
   */
  record SignedIn(UUID accountId, UUID sessionId, String refreshToken, boolean mustChangePassword)
      implements SignInOutcome {
    @Override
    public String toString() {
      return "SignedIn[" + accountId + "]";
    }
  }

  /** Unknown login and wrong password look alike. */
  record Refused() implements SignInOutcome {}

  record Locked(Instant until) implements SignInOutcome {}
}
