package org.profbilet.credentials;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an operator does with the keys of credentials. A key is published 14 days before it signs,
 * because a door may be offline so long; the one before stays published until the last credential
 * that it has signed is out of force. The running server notices.
 */
public final class RotateKeys {

  /** As long as the longest time without a network that a door is allowed, and a margin. */
  public static final Duration PUBLISHED_BEFORE = Duration.ofDays(14);

  /** The life of a credential and a day. */
  public static final Duration PUBLISHED_AFTER = Duration.ofDays(Issuing.LIFE_DAYS + 1L);

  private final KeySource source;
  private final KeyLog log;
  private final Clock clock;

  RotateKeys(KeySource source, KeyLog log, Clock clock) {
    this.source = source;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Outside of the server.
   *
   * @param directory where the server's keys are kept
   * @param store {@code pkcs12:<file>}, {@code pkcs11:<file>}, or empty for files in the directory
   */
  public static RotateKeys in(Path directory, String store, String password, Clock clock) {
    KeyDirectory files = new KeyDirectory(directory.toString());
    return new RotateKeys(
        store.isBlank() ? new JwkFiles(files) : JavaKeyStore.open(store, password),
        new KeyLog(files, clock),
        clock);
  }

  /**
   * A key for credentials as it stands now.
   *
   * @param since of NEXT when it was made, of SIGNING when it began to sign, of RETIRED when it
   *     ended
   */
  public record Key(String id, State state, Instant since) {

    /** On its way. */
    public enum State {
      NEXT,
      SIGNING,
      RETIRED,
      REVOKED
    }
  }

  /** What became of the wish for the next key. */
  public sealed interface Outcome {

    record Rotated(String from, String to) implements Outcome {}

    /** Doors that are offline may not know the next key yet. */
    record TooEarly(String next, Instant possibleFrom) implements Outcome {}
  }

  public List<Key> list() {
    return source.numbers().stream().map(this::key).toList();
  }

  /**
   * The next key signs from now on. The private half of the one before is destroyed where that can
   * be done here, and keys whose last credential has expired are published no more.
   *
   * @param atOnce where the key that signs may be in foreign hands
   * @throws IllegalStateException with an advice, where the operator has to make a key first
   */
  public Outcome rotate(boolean atOnce) {
    KeyLog.Term current = log.current();
    int number = log.nextAfter(current.number(), source.numbers());
    String next = "k" + number;
    source.make(next);
    Instant possibleFrom = source.madeAt(next).plus(PUBLISHED_BEFORE);
    if (!atOnce && clock.instant().isBefore(possibleFrom)) {
      return new Outcome.TooEarly(next, possibleFrom);
    }
    source.make("k" + log.nextAfter(number, source.numbers()));
    log.begin(next);
    source.forgetPrivateHalf(current.key());
    dropExpired();
    return new Outcome.Rotated(current.key(), next);
  }

  /** Verifiers refuse whatever this key has signed; phones get new credentials by themselves. */
  public void revoke(String id) {
    if (log.current().key().equals(id)) {
      rotate(true);
    }
    log.revoke(id);
  }

  private void dropExpired() {
    for (Key key : list()) {
      if (key.state() == Key.State.RETIRED
          && key.since().plus(PUBLISHED_AFTER).isBefore(clock.instant())) {
        source.delete(key.id());
      }
    }
  }

  private Key key(int number) {
    String id = "k" + number;
    if (log.revoked().contains(id)) {
      return new Key(id, Key.State.REVOKED, source.madeAt(id));
    }
    if (number > log.current().number()) {
      return new Key(id, Key.State.NEXT, source.madeAt(id));
    }
    return endOf(id)
        .map(end -> new Key(id, Key.State.RETIRED, end))
        .orElseGet(() -> new Key(id, Key.State.SIGNING, log.current().since()));
  }

  private Optional<Instant> endOf(String id) {
    List<KeyLog.Term> terms = log.terms();
    for (int i = 0; i < terms.size() - 1; i++) {
      if (terms.get(i).key().equals(id)) {
        return Optional.of(terms.get(i + 1).since());
      }
    }
    return Optional.empty();
  }
}
