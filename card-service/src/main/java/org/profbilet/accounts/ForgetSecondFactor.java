package org.profbilet.accounts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.audit.Audit;

/**
 * Ends the authenticator app and the recovery codes of an account, and its sessions: the person
 * signs in with her password and connects a new app. Who may decide so is asked before.
 */
@Singleton
public class ForgetSecondFactor {

  private final SecondFactorRepository secondFactors;
  private final Sessions sessions;
  private final Audit audit;
  private final Clock clock;

  ForgetSecondFactor(
      SecondFactorRepository secondFactors, Sessions sessions, Audit audit, Clock clock) {
    this.secondFactors = secondFactors;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param decidedBy who decided last, or null on the server's own terminal
   */
  @Transactional
  public void forget(UUID accountId, @Nullable UUID decidedBy, Map<String, Object> details) {
    secondFactors.markEnded(accountId, clock.instant());
    sessions.endAll(accountId);
    audit.record(decidedBy, null, "SECOND_FACTOR_FORGOTTEN", accountId, details);
  }
}
