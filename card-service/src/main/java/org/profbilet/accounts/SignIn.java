package org.profbilet.accounts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.profbilet.audit.Audit;

/** Opens a session for a login and a password; five wrong passwords close the login for a while. */
@Singleton
public class SignIn {

  static final int MAX_ATTEMPTS = 5;
  static final Duration LOCK = Duration.ofMinutes(15);

  private final AccountRepository accounts;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Audit audit;
  private final Clock clock;

  SignIn(
      AccountRepository accounts,
      Passwords passwords,
      Sessions sessions,
      Audit audit,
      Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public SignInOutcome signIn(String login, String password) {
    Account account = accounts.lockByLogin(normalise(login)).orElse(null);
    if (account == null) {
      passwords.matchNobody(password);
      return new SignInOutcome.Refused();
    }
    Instant now = clock.instant();
    Instant lockedUntil = account.lockedUntil();
    if (lockedUntil != null && now.isBefore(lockedUntil)) {
      return new SignInOutcome.Locked(lockedUntil);
    }
    if (!passwords.matches(password, account.passwordHash())) {
      return refuse(account, now);
    }
    accounts.markAttempts(account.id(), 0, null);
    Sessions.Opened session = sessions.open(account.id());
    audit.record(account.id(), null, "SIGNED_IN", session.id(), Map.of());
    return new SignInOutcome.SignedIn(
        account.id(), session.id(), session.refreshToken(), account.mustChangePassword());
  }

  static String normalise(String login) {
    return login.strip().toLowerCase(Locale.ROOT);
  }

  private SignInOutcome refuse(Account account, Instant now) {
    int failed = account.failedAttempts() + 1;
    if (failed < MAX_ATTEMPTS) {
      accounts.markAttempts(account.id(), failed, null);
      return new SignInOutcome.Refused();
    }
    Instant until = now.plus(LOCK);
    accounts.markAttempts(account.id(), 0, until);
    audit.record(account.id(), null, "LOGIN_LOCKED", account.id(), Map.of());
    return new SignInOutcome.Locked(until);
  }
}
