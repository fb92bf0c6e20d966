package org.profbilet.accounts;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Makes a login for one person. */
@Singleton
public class OpenAccount {

  /** Characters a password has at least. */
  public static final int MIN_PASSWORD_LENGTH = Passwords.MIN_LENGTH;

  private final AccountRepository accounts;
  private final Passwords passwords;
  private final Clock clock;

  OpenAccount(AccountRepository accounts, Passwords passwords, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.clock = clock;
  }

  /**
   * @param mustChangePassword true where somebody else chose the password
   * @return the id of the account
   */
  @Transactional
  public UUID open(String login, String displayName, String password, boolean mustChangePassword) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    accounts.save(
        new Account(
            id,
            SignIn.normalise(login),
            displayName,
            passwords.hash(password),
            mustChangePassword,
            0,
            null,
            clock.instant()));
    return id;
  }

  /** True before the first central administrator has come. */
  public boolean isNobodyThere() {
    return !accounts.existsAny();
  }
}
