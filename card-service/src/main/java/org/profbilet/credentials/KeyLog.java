package org.profbilet.credentials;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which key signs credentials since when, and which ones must not be believed: the files {@code
 * signing} and {@code revoked}, a line each. An operator may write them by hand, without the moment
 * too.
 */
@Singleton
class KeyLog {

  private static final String SIGNING = "signing";
  private static final String REVOKED = "revoked";

  private final KeyDirectory directory;
  private final Clock clock;

  KeyLog(KeyDirectory directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * @param since when it began to sign; the key of the line before had ended then
   */
  record Term(String key, Instant since) {

    int number() {
      return Integer.parseInt(key.substring(1));
    }

    static Term of(String line) {
      String[] words = line.split("\\s+");
      return new Term(words[0], words.length > 1 ? Instant.parse(words[1]) : Instant.EPOCH);
    }
  }

  /** Oldest first; the last one signs. */
  List<Term> terms() {
    return directory.read(SIGNING, () -> "k1 " + clock.instant()).lines().map(Term::of).toList();
  }

  /** The key that signs. */
  Term current() {
    List<Term> terms = terms();
    return terms.get(terms.size() - 1);
  }

  /** The number of the key that signs after this one; of these numbers, or the first free one. */
  int nextAfter(int number, List<Integer> numbers) {
    List<String> revoked = revoked();
    return numbers.stream()
        .filter(other -> other > number && !revoked.contains("k" + other))
        .findFirst()
        .orElseGet(() -> Math.max(number, numbers.isEmpty() ? 0 : Collections.max(numbers)) + 1);
  }

  void begin(String key) {
    write(SIGNING, Stream.concat(lines(SIGNING), Stream.of(key + " " + clock.instant())));
  }

  List<String> revoked() {
    return Stream.of(directory.read(REVOKED, () -> "").split("\\s+"))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  void revoke(String key) {
    write(REVOKED, Stream.concat(lines(REVOKED), Stream.of(key)).distinct());
  }

  Instant changedAt() {
    return directory.changedAt(SIGNING, REVOKED);
  }

  private Stream<String> lines(String name) {
    return directory.read(name, () -> "").lines();
  }

  private void write(String name, Stream<String> lines) {
    directory.write(name, String.join("\n", lines.toList()));
  }
}
