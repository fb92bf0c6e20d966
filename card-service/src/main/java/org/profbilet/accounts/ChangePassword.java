package org.profbilet.accounts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.profbilet.audit.Audit;

/** Sets a new password; every other session of the account ends. */
@Singleton
public class ChangePassword {

  private final AccountRepository accounts;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Audit audit;

  ChangePassword(AccountRepository accounts, Passwords passwords, Sessions sessions, Audit audit) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.audit = audit;
  }

  /** What became of it; {@code session} is the new session where the password was changed. */
  public sealed interface Outcome {
    record Changed(Sessions.Opened session) implements Outcome {}

    record Refused(Reason reason) implements Outcome {}
  }

  /** Why a password was not changed. */
  public enum Reason {
    CURRENT_PASSWORD_WRONG,
    NEW_PASSWORD_TOO_SHORT,
    NEW_PASSWORD_SAME
  }

  @Transactional
  public Outcome change(UUID accountId, UUID sessionId, String current, String next) {
    Account account = accounts.findById(accountId).orElseThrow();
    if (!passwords.matches(current, account.passwordHash())) {
      return new Outcome.Refused(Reason.CURRENT_PASSWORD_WRONG);
    }
    if (next.length() < Passwords.MIN_LENGTH) {
      return new Outcome.Refused(Reason.NEW_PASSWORD_TOO_SHORT);
    }
    if (next.equals(current)) {
      return new Outcome.Refused(Reason.NEW_PASSWORD_SAME);
    }
    accounts.markPassword(accountId, passwords.hash(next));
    audit.record(accountId, null, "PASSWORD_CHANGED", accountId, Map.of());
    return new Outcome.Changed(sessions.replaceAll(accountId, sessionId));
  }
}
