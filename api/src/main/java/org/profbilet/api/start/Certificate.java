package org.profbilet.api.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.profbilet.contract.credential.PublicAddress;

/**
 * A certificate that this server makes for itself, so that phones of a local network get the HTTPS
 * without which no browser opens a camera. Kept in the home directory, one for each host.
 */
record Certificate(Path keyStore, String password, X509Certificate certificate) {

  private static final String ALIAS = "profbilet";

  /** Phones refuse certificates that are made for longer than 825 days. */
  private static final int DAYS = 820;

  private static final Duration RENEWED_BEFORE_THE_END = Duration.ofDays(30);

  static Certificate of(Home home, String publicUrl, Clock clock)
      throws IOException, GeneralSecurityException, InterruptedException {
    String host = new PublicAddress(publicUrl).host().replaceFirst(":.*", "");
    Path keyStore = home.tls().resolve(host + ".p12");
    String password = home.secret("tls");
    if (!Files.exists(keyStore) || endsSoon(read(keyStore, password), clock)) {
      make(keyStore, password, host);
    }
    Certificate made = new Certificate(keyStore, password, read(keyStore, password));
    made.write(home.tls().resolve(host + ".crt"));
    return made;
  }

  Map<String, Object> properties(int port) {
    return Map.of(
        "micronaut.server.ssl.enabled",
        true,
        "micronaut.server.ssl.port",
        port,
        "micronaut.server.ssl.key-store.path",
        "file:" + keyStore,
        "micronaut.server.ssl.key-store.type",
        "PKCS12",
        "micronaut.server.ssl.key-store.password",
        password);
  }

  /** What a person compares with what the phone shows: SHA-256, in pairs. */
  String fingerprint() throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
  }

  /** The file that a phone may install to trust this server without a question. */
  Path file() {
    return keyStore.resolveSibling(keyStore.getFileName().toString().replace(".p12", ".crt"));
  }

  @Override
  public String toString() {
    return "Certificate[" + keyStore + "]";
  }

  private void write(Path file) throws IOException, GeneralSecurityException {
    String encoded =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
    Files.writeString(
        file, "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n");
  }

  private static boolean endsSoon(X509Certificate certificate, Clock clock) {
    return certificate
        .getNotAfter()
        .toInstant()
        .isBefore(clock.instant().plus(RENEWED_BEFORE_THE_END));
  }

  /** The JDK has no public API that makes a certificate; its keytool does. */
  private static void make(Path keyStore, String password, String host)
      throws IOException, InterruptedException {
    Path draft = keyStore.resolveSibling(host + ".draft");
    Files.deleteIfExists(draft);
    ProcessBuilder keytool =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=" + host + ", O=Profbilet",
            "-validity",
            Integer.toString(DAYS),
            "-ext",
            "bc:critical=ca:true",
            "-ext",
            "eku=serverAuth",
            "-ext",
            "san=" + names(host),
            "-storetype",
            "PKCS12",
            "-keystore",
            draft.toString(),
            "-storepass:env",
            "PROFBILET_TLS_PASSWORD");
    keytool.environment().put("PROFBILET_TLS_PASSWORD", password);
    Process process = keytool.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new StartRefused("Не удалось сделать сертификат для HTTPS: " + said.strip());
    }
    Files.move(draft, keyStore, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String names(String host) {
    boolean address = host.matches("[0-9.]+");
    return (address ? "ip:" : "dns:") + host + ",dns:localhost,ip:127.0.0.1";
  }

  private static X509Certificate read(Path keyStore, String password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keyStore)) {
      store.load(in, password.toCharArray());
    }
    return (X509Certificate) store.getCertificate(ALIAS);
  }
}
