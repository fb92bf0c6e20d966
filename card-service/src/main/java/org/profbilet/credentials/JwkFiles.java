package org.profbilet.credentials;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;

/** Keys as files {@code <name>.jwk} (RFC 7517), made when they are first needed. */
class JwkFiles implements KeySource {

  private final KeyDirectory directory;

  JwkFiles(KeyDirectory directory) {
    this.directory = directory;
  }

  @Override
  public List<Integer> numbers() {
    return directory.namesLike("k[0-9]+\\.jwk").stream()
        .map(name -> Integer.valueOf(name.substring(1, name.length() - ".jwk".length())))
        .sorted()
        .toList();
  }

  @Override
  public ECKey read(String name) {
    try {
      return ECKey.parse(directory.read(file(name), () -> newKey(name)));
    } catch (ParseException cause) {
      throw new IllegalStateException("the file of the key " + name + " is damaged");
    }
  }

  @Override
  public Instant madeAt(String name) {
    return directory.madeAt(file(name));
  }

  @Override
  public boolean makesKeys() {
    return true;
  }

  @Override
  public void make(String name) {
    read(name);
  }

  @Override
  public void forgetPrivateHalf(String name) {
    directory.write(file(name), read(name).toPublicJWK().toJSONString());
  }

  @Override
  public void delete(String name) {
    directory.delete(file(name));
  }

  @Override
  public Instant changedAt() {
    return directory.changedAt();
  }

  private static String file(String name) {
    return name + ".jwk";
  }

  private static String newKey(String name) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(name).generate().toJSONString();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("every Java has P-256", impossible);
    }
  }
}
