package org.profbilet.accounts;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.accounts.SessionRepository.Living;
import org.profbilet.audit.Audit;

/**
 * Sessions of staff. Every renewal changes the refresh token. The last but one token is still taken
 * for ten seconds, because an answer can be lost on a bad line; later than that it can only be a
 * copy, and the whole family ends.
 */
@Singleton
public class Sessions {

  static final Duration LIFE = Duration.ofDays(14);
  static final Duration GRACE = Duration.ofSeconds(10);

  private final SessionRepository sessions;
  private final Audit audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Sessions(SessionRepository sessions, Audit audit, Clock clock) {
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  /** A session with the secret that renews it. */
  public record Opened(UUID id, UUID accountId, String refreshToken) {
    @Override
    public String toString() {
      return "Opened[" + id + "]";
    }
  }

  Opened open(UUID accountId) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    String token = newToken();
    Instant now = clock.instant();
    sessions.save(
        new Session(id, accountId, hash(token), null, now, now.plus(LIFE), null, now, null));
    return new Opened(id, accountId, token);
  }

  /** The renewed session, or empty where the token is unknown, old, ended or expired. */
  @Transactional
  public Optional<Opened> renew(String refreshToken) {
    String given = hash(refreshToken);
    Session session = sessions.lockByToken(given).orElse(null);
    Instant now = clock.instant();
    if (session == null || session.endedAt() != null || !now.isBefore(session.expiresAt())) {
      return Optional.empty();
    }
    if (!given.equals(session.tokenHash()) && now.isAfter(session.rotatedAt().plus(GRACE))) {
      sessions.markEnded(session.id(), now);
      audit.record(
          session.accountId(), null, "OLD_REFRESH_TOKEN_CAME_BACK", session.id(), Map.of());
      return Optional.empty();
    }
    String token = newToken();
    sessions.markRotated(session.id(), hash(token), now, now.plus(LIFE));
    return Optional.of(new Opened(session.id(), session.accountId(), token));
  }

  @Transactional
  public void end(UUID sessionId) {
    sessions.markEnded(sessionId, clock.instant());
  }

  /** In place of all sessions before; the second factor need not be passed again. */
  Opened replaceAll(UUID accountId, UUID sessionId) {
    endAll(accountId);
    Opened opened = open(accountId);
    sessions.copySecondFactor(sessionId, opened.id());
    return opened;
  }

  /** Every session of the account is dead at its next request. */
  @Transactional
  public void endAll(UUID accountId) {
    sessions.markAllEnded(accountId, clock.instant());
  }

  /** What a session is good for. */
  public enum State {
    /** Signed in with a password alone; the account has no second factor. */
    ALIVE,
    ALIVE_WITH_SECOND_FACTOR,
    SECOND_FACTOR_REQUIRED,
    PASSWORD_CHANGE_REQUIRED,
    DEAD
  }

  /**
   * Asked at every request: a session that was ended is dead at once, not when its token expires.
   */
  public State stateOf(UUID sessionId) {
    return sessions.findLiving(sessionId, clock.instant()).map(Sessions::state).orElse(State.DEAD);
  }

  private static State state(Living session) {
    if (session.secondFactorConfirmed() && !session.secondFactorPassed()) {
      return State.SECOND_FACTOR_REQUIRED;
    }
    if (session.mustChangePassword()) {
      return State.PASSWORD_CHANGE_REQUIRED;
    }
    return session.secondFactorPassed() ? State.ALIVE_WITH_SECOND_FACTOR : State.ALIVE;
  }

  private String newToken() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String hash(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
