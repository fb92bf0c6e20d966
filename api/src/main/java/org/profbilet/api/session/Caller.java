package org.profbilet.api.session;

import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.utils.SecurityService;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.profbilet.api.problem.Refusal;
import org.profbilet.contract.problem.ProblemType;

/** Who sent the running request. */
@Singleton
public class Caller {

  private final SecurityService security;

  Caller(SecurityService security) {
    this.security = security;
  }

  /** The account of a chair or of staff. */
  public UUID accountId() {
    return UUID.fromString(authentication().getName());
  }

  /** The member behind a phone's key. */
  public UUID personId() {
    return UUID.fromString(authentication().getName());
  }

  /** The phone itself: a member's or a door's. */
  public UUID deviceId() {
    return sessionId();
  }

  UUID sessionId() {
    return sessionIdOf(authentication());
  }

  static UUID sessionIdOf(Authentication authentication) {
    Object session = authentication.getAttributes().get(AccessTokens.SESSION);
    if (session == null) {
      throw new Refusal(ProblemType.UNAUTHENTICATED);
    }
    return UUID.fromString(session.toString());
  }

  private Authentication authentication() {
    return security.getAuthentication().orElseThrow(() -> new Refusal(ProblemType.UNAUTHENTICATED));
  }
}
