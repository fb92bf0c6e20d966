package org.profbilet.accounts;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.profbilet.audit.Audit;

/**
 * The second step of signing in: a code of an authenticator app, or one of ten recovery codes. A
 * code is taken once; five wrong ones close the step for a while.
 */
@Singleton
public class SecondFactors {

  static final int MAX_ATTEMPTS = 5;
  static final Duration LOCK = Duration.ofMinutes(15);
  static final int RECOVERY_CODES = 10;

  private static final int DIGITS = 6;
  private static final String ISSUER = "Профбилет";

  /** One step before and after: clocks of telephones are not exact. */
  private static final int TOLERANCE = 1;

  private final SecondFactorRepository repository;
  private final AccountRepository accounts;
  private final AccountSecrets secrets;
  private final Audit audit;
  private final Clock clock;

  SecondFactors(
      SecondFactorRepository repository,
      AccountRepository accounts,
      AccountSecrets secrets,
      Audit audit,
      Clock clock) {
    this.repository = repository;
    this.accounts = accounts;
    this.secrets = secrets;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What an authenticator app is given, shown once.
   *
   * @param secret Base32, to type where no camera reads the QR
   * @param uri {@code otpauth://totp/…}, the text of the QR
   */
  public record Enrolment(String secret, String uri) {
    @Override
    public String toString() {
      return "Enrolment[…]";
    }
  }

  /** What became of a code. */
  public sealed interface Outcome {

    /**
     * @param recoveryCodes ten of them where the code confirmed a new app, otherwise none
     */
    record Passed(List<String> recoveryCodes) implements Outcome {
      public Passed {
        recoveryCodes = List.copyOf(recoveryCodes);
      }

      @Override
      public String toString() {
        return "Passed[…]";
      }
    }

    record Refused() implements Outcome {}

    record Locked(Instant until) implements Outcome {}
  }

  /**
   * Begins with a new app; the one before stays good until a code of the new one has come.
   *
   * @return empty where a confirmed app exists and this session has not passed it
   */
  @Transactional
  public Optional<Enrolment> enrol(UUID accountId, UUID sessionId) {
    List<SecondFactor> living = repository.lockLiving(accountId);
    boolean confirmed = living.stream().anyMatch(SecondFactor::isConfirmed);
    if (confirmed && repository.findPassedAt(sessionId).isEmpty()) {
      return Optional.empty();
    }
    UUID id = UuidCreator.getTimeOrderedEpoch();
    repository.save(new SecondFactor(id, accountId, clock.instant(), null, null, 0, 0, null));
    return Optional.of(enrolment(accountId, id));
  }

  @Transactional
  public Outcome pass(UUID accountId, UUID sessionId, String code) {
    List<SecondFactor> living = repository.lockLiving(accountId);
    if (living.isEmpty()) {
      return new Outcome.Refused();
    }
    boolean mayConfirm =
        !living.get(0).isConfirmed() || repository.findPassedAt(sessionId).isPresent();
    Instant now = clock.instant();
    SecondFactor first = living.get(0);
    Instant lockedUntil = first.lockedUntil();
    if (lockedUntil != null && now.isBefore(lockedUntil)) {
      return new Outcome.Locked(lockedUntil);
    }
    for (SecondFactor factor : living) {
      if ((factor.isConfirmed() || mayConfirm) && isTaken(factor, code, now)) {
        repository.markSession(sessionId, now);
        return new Outcome.Passed(factor.isConfirmed() ? List.of() : confirmed(factor));
      }
    }
    return refuse(first, now);
  }

  private boolean isTaken(SecondFactor factor, String typed, Instant now) {
    String code = AccountSecrets.normalise(typed);
    byte[] secret = secrets.secondFactor(factor.id());
    long step = Totp.stepAt(now);
    long found =
        LongStream.rangeClosed(step - TOLERANCE, step + TOLERANCE)
            .filter(near -> near > factor.lastStep())
            .filter(near -> Totp.code(secret, near, DIGITS).equals(code))
            .findFirst()
            .orElse(0);
    if (found > 0) {
      if (!factor.isConfirmed()) {
        repository.markOthersEnded(factor.accountId(), factor.id(), now);
      }
      repository.markPassed(factor.id(), found, now);
      return true;
    }
    String hash = secrets.hash(factor.id(), code);
    if (factor.isConfirmed() && repository.markRecoveryCodeUsed(factor.id(), hash, now) == 1) {
      audit.record(factor.accountId(), null, "RECOVERY_CODE_USED", factor.id(), Map.of());
      return true;
    }
    return false;
  }

  private List<String> confirmed(SecondFactor factor) {
    audit.record(factor.accountId(), null, "SECOND_FACTOR_CONFIRMED", factor.id(), Map.of());
    List<String> codes =
        IntStream.range(0, RECOVERY_CODES)
            .mapToObj(number -> secrets.printed("recovery " + number, factor.id()))
            .toList();
    codes.forEach(
        code -> repository.insertRecoveryCode(factor.id(), secrets.hash(factor.id(), code)));
    return codes;
  }

  private Outcome refuse(SecondFactor factor, Instant now) {
    int failed = factor.failedAttempts() + 1;
    if (failed < MAX_ATTEMPTS) {
      repository.markAttempts(factor.id(), failed, null);
      return new Outcome.Refused();
    }
    Instant until = now.plus(LOCK);
    repository.markAttempts(factor.id(), 0, until);
    audit.record(factor.accountId(), null, "SECOND_FACTOR_LOCKED", factor.id(), Map.of());
    return new Outcome.Locked(until);
  }

  private Enrolment enrolment(UUID accountId, UUID id) {
    String secret = AccountSecrets.base32(secrets.secondFactor(id));
    String login = accounts.findById(accountId).orElseThrow().login();
    String uri =
        "otpauth://totp/%s:%s?secret=%s&issuer=%s"
            .formatted(encoded(ISSUER), encoded(login), secret, encoded(ISSUER));
    return new Enrolment(secret, uri);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
