package org.profbilet.credentials.wallets;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * The certificate that Apple gave the union for its passes: a PKCS#12 file with one key, and
 * Apple's own certificate above it (WWDR) in PEM or DER. Read at the start, so that a wrong one is
 * told at once.
 */
@Singleton
@Requires(property = "profbilet.wallets.apple.pass-type", pattern = ".+")
class AppleCertificate {

  private final KeyStore store;
  private final char[] password;
  private final X509Certificate certificate;
  private final X509Certificate authority;
  private final PrivateKey key;

  AppleCertificate(
      @Value("${profbilet.wallets.apple.certificate}") String file,
      @Value("${profbilet.wallets.apple.certificate-password}") String password,
      @Value("${profbilet.wallets.apple.authority}") String authorityFile) {
    this.password = password.toCharArray();
    try (InputStream above = Files.newInputStream(Path.of(authorityFile))) {
      store = KeyStore.getInstance(Path.of(file).toFile(), this.password);
      String alias = store.aliases().nextElement();
      certificate = (X509Certificate) store.getCertificate(alias);
      key = (PrivateKey) store.getKey(alias, this.password);
      authority =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(above);
    } catch (GeneralSecurityException | IOException cause) {
      throw new IllegalStateException("the certificate of Apple's wallet cannot be read", cause);
    }
  }

  /** A detached CMS signature (RFC 5652) with the time of signing. */
  byte[] sign(byte[] content) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", key, certificate));
      generator.addCertificates(new JcaCertStore(List.of(certificate, authority)));
      return generator.generate(new CMSProcessableByteArray(content), false).getEncoded();
    } catch (GeneralSecurityException
        | OperatorCreationException
        | CMSException
        | IOException cause) {
      throw new IllegalStateException("the certificate of Apple's wallet cannot sign", cause);
    }
  }

  /** By which Apple's push service knows us. */
  SSLContext client() {
    try {
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(store, password);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("the certificate of Apple's wallet is no client's", cause);
    }
  }
}
