package org.profbilet.api.session;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.accounts.Sessions;

/** How a session stands to the second step of signing in. */
enum SecondStep {
  NOT_NEEDED,

  /** An app must be connected first. */
  SETUP,

  /** The code of the app is asked. */
  CODE,
  PASSED;

  /** Asked at every request: whoever becomes regional staff needs the second step at once. */
  @Singleton
  static class Rule {

    private final Access access;

    Rule(Access access) {
      this.access = access;
    }

    SecondStep of(UUID accountId, Sessions.State session) {
      return switch (session) {
        case SECOND_FACTOR_REQUIRED -> CODE;
        case ALIVE_WITH_SECOND_FACTOR -> PASSED;
        case ALIVE, PASSWORD_CHANGE_REQUIRED ->
            access.isSecondFactorDue(accountId) ? SETUP : NOT_NEEDED;
        case DEAD -> NOT_NEEDED;
      };
    }
  }
}
