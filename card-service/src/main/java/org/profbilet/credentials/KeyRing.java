package org.profbilet.credentials;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.profbilet.contract.credential.DeviceKey;
import org.profbilet.contract.trust.KeySet;
import org.profbilet.contract.trust.PublishedKey;

/**
 * The keys in use. Of those for credentials two are always published, the one that signs and the
 * next one, so that a door that was offline for days knows it before it meets it. A rotation is
 * noticed without a restart.
 */
@Singleton
class KeyRing implements IssuerKeys {

  private final KeySource source;
  private final KeyLog log;
  private volatile Keys keys;

  KeyRing(KeySource source, KeyLog log) {
    this.source = source;
    this.log = log;
    this.keys = read();
  }

  private record Keys(
      Instant sourceAt,
      Instant logAt,
      Signer issuer,
      Signer status,
      Signer root,
      KeySet published,
      List<String> revoked) {}

  private Keys keys() {
    Keys known = keys;
    if (!known.sourceAt.equals(source.changedAt()) || !known.logAt.equals(log.changedAt())) {
      known = read();
      keys = known;
    }
    return known;
  }

  private Keys read() {
    KeyLog.Term term = log.current();
    source.make("k" + term.number());
    if (source.makesKeys()) {
      source.make("k" + log.nextAfter(term.number(), source.numbers()));
    }
    Signer status = signer("s1");
    Signer root = signer("r1");
    List<String> revoked = log.revoked();
    List<PublishedKey> published = new ArrayList<>();
    source.numbers().forEach(number -> published.add(publicHalf(signer("k" + number))));
    published.add(publicHalf(status));
    return new Keys(
        source.changedAt(),
        log.changedAt(),
        signer(term.key()),
        status,
        root,
        new KeySet(published),
        revoked);
  }

  private Signer signer(String name) {
    return new Signer(name, source.read(name));
  }

  private static PublishedKey publicHalf(Signer signer) {
    return new PublishedKey(signer.id(), DeviceKey.of(signer.key()));
  }

  @Override
  public Signer issuer() {
    return keys().issuer;
  }

  @Override
  public Signer status() {
    return keys().status;
  }

  @Override
  public Signer root() {
    return keys().root;
  }

  @Override
  public PublishedKey pinned() {
    return publicHalf(root());
  }

  @Override
  public KeySet published() {
    return keys().published;
  }

  @Override
  public List<String> revoked() {
    return keys().revoked;
  }
}
