package org.profbilet.accounts;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.audit.Audit;

/**
 * Hands an account out on a slip with a code, and opens it for whoever types the code first. Nobody
 * but the person herself ever knows the password.
 */
@Singleton
public class HandOutAccount {

  static final Duration LIFE = Duration.ofDays(14);
  static final int MAX_ATTEMPTS = 5;

  private final AccountRepository accounts;
  private final AccountActivationRepository activations;
  private final SecondFactorRepository secondFactors;
  private final OpenAccount openAccount;
  private final Passwords passwords;
  private final Sessions sessions;
  private final AccountSecrets secrets;
  private final Audit audit;
  private final Clock clock;

  HandOutAccount(
      AccountRepository accounts,
      AccountActivationRepository activations,
      SecondFactorRepository secondFactors,
      OpenAccount openAccount,
      Passwords passwords,
      Sessions sessions,
      AccountSecrets secrets,
      Audit audit,
      Clock clock) {
    this.accounts = accounts;
    this.activations = activations;
    this.secondFactors = secondFactors;
    this.openAccount = openAccount;
    this.passwords = passwords;
    this.sessions = sessions;
    this.secrets = secrets;
    this.audit = audit;
    this.clock = clock;
  }

  /** What the slip prints. */
  public record Slip(String displayName, String login, String code, Instant expiresAt) {
    @Override
    public String toString() {
      return "Slip[…]";
    }
  }

  /** What became of a typed code. */
  public enum Outcome {
    OPENED,

    /** Unknown login, wrong, old and used code look alike. */
    REFUSED,
    PASSWORD_TOO_SHORT
  }

  /** The account behind a login, or empty. */
  public Optional<UUID> find(String login) {
    return accounts.findByLogin(SignIn.normalise(login)).map(Account::id);
  }

  /** An account that only a slip opens: its first password is known to nobody. */
  @Transactional
  public UUID open(String login, String displayName) {
    String nobodys = UuidCreator.getRandomBased().toString();
    return openAccount.open(login, displayName, nobodys, false);
  }

  /**
   * @param key of the request; asked again with it, the same slip comes again
   * @return empty where the key printed the slip of another account
   */
  @Transactional
  public Optional<Slip> print(UUID accountId, UUID key, UUID printedBy) {
    Activation activation =
        activations.findById(key).orElseGet(() -> newActivation(accountId, key, printedBy));
    return activation.accountId().equals(accountId)
        ? Optional.of(slip(activation))
        : Optional.empty();
  }

  private Activation newActivation(UUID accountId, UUID key, UUID printedBy) {
    Instant now = clock.instant();
    activations.markReplaced(accountId, now);
    Activation made = new Activation(key, accountId, now.plus(LIFE), 0, null, null, printedBy, now);
    activations.save(made);
    audit.record(printedBy, null, "ACCOUNT_HANDED_OUT", accountId, Map.of("slip", key.toString()));
    return made;
  }

  private Slip slip(Activation activation) {
    Account account = accounts.findById(activation.accountId()).orElseThrow();
    return new Slip(
        account.displayName(),
        account.login(),
        secrets.printed("activation", activation.id()),
        activation.expiresAt());
  }

  /** Sets the person's own password; every session and authenticator app of before ends. */
  @Transactional
  public Outcome activate(String login, String code, String password) {
    Activation activation = activations.lockOpen(SignIn.normalise(login)).orElse(null);
    Instant now = clock.instant();
    if (activation == null
        || !now.isBefore(activation.expiresAt())
        || activation.failedAttempts() >= MAX_ATTEMPTS) {
      return Outcome.REFUSED;
    }
    String expected = secrets.printed("activation", activation.id());
    if (!AccountSecrets.normalise(expected).equals(AccountSecrets.normalise(code))) {
      activations.markFailed(activation.id());
      return Outcome.REFUSED;
    }
    if (password.length() < Passwords.MIN_LENGTH) {
      return Outcome.PASSWORD_TOO_SHORT;
    }
    activations.markUsed(activation.id(), now);
    accounts.markPassword(activation.accountId(), passwords.hash(password));
    secondFactors.markOthersEnded(activation.accountId(), activation.id(), now);
    sessions.endAll(activation.accountId());
    audit.record(
        activation.accountId(), null, "ACCOUNT_ACTIVATED", activation.accountId(), Map.of());
    return Outcome.OPENED;
  }
}
