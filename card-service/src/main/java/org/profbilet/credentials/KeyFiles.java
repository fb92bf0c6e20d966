package org.profbilet.credentials;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.profbilet.contract.credential.DeviceKey;
import org.profbilet.contract.trust.KeySet;
import org.profbilet.contract.trust.PublishedKey;

/**
 * Keys as JWK files, made at the first start. Every {@code k<number>.jwk} is published; the file
 * {@code signing} names the one that signs, the file {@code revoked} those that must not be
 * believed. To rotate, an operator writes the next name into {@code signing}, adds a new file and
 * removes the old one when its last credential has expired.
 */
@Singleton
class KeyFiles implements IssuerKeys {

  private final Signer issuer;
  private final Signer status;
  private final Signer root;
  private final KeySet published;
  private final List<String> revoked;

  KeyFiles(KeyDirectory directory) {
    signer(directory, "k1");
    signer(directory, "k2");
    status = signer(directory, "s1");
    root = signer(directory, "r1");
    issuer = signer(directory, directory.read("signing", () -> "k1"));
    revoked =
        Stream.of(directory.read("revoked", () -> "").split("\\s+"))
            .filter(name -> !name.isEmpty())
            .toList();
    List<PublishedKey> keys = new ArrayList<>();
    directory.namesLike("k[0-9]+\\.jwk").stream()
        .map(name -> name.replace(".jwk", ""))
        .sorted(Comparator.comparingInt(id -> Integer.parseInt(id.substring(1))))
        .forEach(id -> keys.add(publicHalf(signer(directory, id))));
    keys.add(publicHalf(status));
    published = new KeySet(keys);
  }

  private static Signer signer(KeyDirectory directory, String id) {
    try {
      return new Signer(id, ECKey.parse(directory.read(id + ".jwk", () -> newKey(id))));
    } catch (ParseException cause) {
      throw new IllegalStateException("the file of the key " + id + " is damaged");
    }
  }

  private static String newKey(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate().toJSONString();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("every Java has P-256", impossible);
    }
  }

  private static PublishedKey publicHalf(Signer signer) {
    return new PublishedKey(signer.id(), DeviceKey.of(signer.key()));
  }

  @Override
  public Signer issuer() {
    return issuer;
  }

  @Override
  public Signer status() {
    return status;
  }

  @Override
  public Signer root() {
    return root;
  }

  @Override
  public PublishedKey pinned() {
    return publicHalf(root);
  }

  @Override
  public KeySet published() {
    return published;
  }

  @Override
  public List<String> revoked() {
    return revoked;
  }
}
