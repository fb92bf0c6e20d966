package org.profbilet.credentials;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * Keys in a PKCS#12 file, or in a security module by PKCS#11, where they sign without ever leaving
 * it. The aliases are the names of the keys; the operator makes and removes them with keytool.
 */
class JavaKeyStore implements KeySource {

  private final Opening opening;
  private final char[] password;
  private KeyStore store;
  private Instant openedAt;

  private JavaKeyStore(Opening opening, char[] password)
      throws GeneralSecurityException, IOException {
    this.opening = opening;
    this.password = password;
    this.openedAt = opening.changedAt();
    this.store = opening.open();
  }

  /**
   * A file is opened anew when the operator has changed it; a module shows its keys as they are.
   */
  private interface Opening {

    KeyStore open() throws GeneralSecurityException, IOException;

    Instant changedAt() throws IOException;
  }

  /**
   * @param address {@code pkcs12:<file>}, or {@code pkcs11:<configuration of SunPKCS11>}
   */
  static JavaKeyStore open(String address, String password) {
    String kind = address.replaceFirst(":.*", "");
    Path file = Path.of(address.substring(address.indexOf(':') + 1));
    char[] secret = password.toCharArray();
    try {
      return switch (kind) {
        case "pkcs12" -> new JavaKeyStore(pkcs12(file, secret), secret);
        case "pkcs11" -> new JavaKeyStore(pkcs11(file, secret), secret);
        default -> throw new IllegalStateException("a key store is pkcs12:<file> or pkcs11:<file>");
      };
    } catch (GeneralSecurityException | IOException cause) {
      throw new IllegalStateException("the key store cannot be opened: " + address, cause);
    }
  }

  private static Opening pkcs12(Path file, char[] password) {
    return new Opening() {
      @Override
      public KeyStore open() throws GeneralSecurityException, IOException {
        return KeyStore.getInstance(file.toFile(), password);
      }

      @Override
      public Instant changedAt() throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
      }
    };
  }

  /** The provider is made known to Java, so that a signature finds its way into the module. */
  private static Opening pkcs11(Path configuration, char[] password) {
    Provider module = Security.getProvider("SunPKCS11").configure(configuration.toString());
    Security.addProvider(module);
    return new Opening() {
      @Override
      public KeyStore open() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS11", Security.getProvider(module.getName()));
        store.load(null, password);
        return store;
      }

      @Override
      public Instant changedAt() {
        return Instant.EPOCH;
      }
    };
  }

  private synchronized KeyStore store() {
    try {
      Instant changedAt = opening.changedAt();
      if (!changedAt.equals(openedAt)) {
        store = opening.open();
        openedAt = changedAt;
      }
      return store;
    } catch (GeneralSecurityException | IOException cause) {
      throw new IllegalStateException("the key store cannot be opened", cause);
    }
  }

  @Override
  public List<Integer> numbers() {
    try {
      return Collections.list(store().aliases()).stream()
          .filter(alias -> alias.matches("k[0-9]+"))
          .map(alias -> Integer.valueOf(alias.substring(1)))
          .sorted()
          .toList();
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("the key store was not opened", cause);
    }
  }

  @Override
  public ECKey read(String name) {
    try {
      Certificate certificate = store().getCertificate(name);
      if (certificate == null) {
        throw missing(name);
      }
      return key(name, (ECPublicKey) certificate.getPublicKey(), store().getKey(name, password));
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("the key store cannot read " + name, cause);
    }
  }

  private static ECKey key(String name, ECPublicKey publicHalf, Key privateHalf) {
    ECKey.Builder key = new ECKey.Builder(Curve.P_256, publicHalf).keyID(name);
    return privateHalf instanceof ECPrivateKey readable
        ? key.privateKey(readable).build()
        : key.privateKey((PrivateKey) privateHalf).build();
  }

  /** A PKCS#12 file remembers it; a module may not, then the day counts on which it was opened. */
  @Override
  public Instant madeAt(String name) {
    try {
      return store().getCreationDate(name).toInstant();
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("the key store was not opened", cause);
    }
  }

  @Override
  public boolean makesKeys() {
    return false;
  }

  @Override
  public void make(String name) {
    if (!numbers().contains(Integer.valueOf(name.substring(1)))) {
      throw missing(name);
    }
  }

  @Override
  public void forgetPrivateHalf(String name) {
    // A key in a module cannot be stolen; the operator removes it when its time is over.
  }

  @Override
  public void delete(String name) {
    // as above
  }

  @Override
  public synchronized Instant changedAt() {
    store();
    return openedAt;
  }

  private static KeyMissing missing(String name) {
    return new KeyMissing(
        "В хранилище нет ключа %s. Сделайте его: keytool -genkeypair -alias %s -keyalg EC -groupname secp256r1 -dname CN=%s -validity 36500 и адрес хранилища"
            .formatted(name, name, name));
  }
}
