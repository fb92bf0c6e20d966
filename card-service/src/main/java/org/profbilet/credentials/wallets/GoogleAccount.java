package org.profbilet.credentials.wallets;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;

/** The service account that signs for the union at Google: the JSON file that its console gives. */
@Singleton
@Requires(property = "profbilet.wallets.google.issuer", pattern = ".+")
class GoogleAccount {

  private final PrivateKey key;
  private final String keyId;
  private final String email;
  private final String tokenAddress;

  GoogleAccount(@Value("${profbilet.wallets.google.account}") String file) {
    try {
      Map<String, Object> account =
          JSONObjectUtils.parse(Files.readString(Path.of(file), StandardCharsets.UTF_8));
      keyId = JSONObjectUtils.getString(account, "private_key_id");
      email = JSONObjectUtils.getString(account, "client_email");
      tokenAddress = JSONObjectUtils.getString(account, "token_uri");
      String pem = JSONObjectUtils.getString(account, "private_key");
      byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
      key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (IOException | ParseException | GeneralSecurityException cause) {
      throw new IllegalStateException("the service account of Google's wallet cannot be read");
    }
  }

  String email() {
    return email;
  }

  /** Where an access token is asked for. */
  String tokenAddress() {
    return tokenAddress;
  }

  /** A JWT signed with RS256. */
  String sign(Map<String, Object> claims) {
    try {
      JWSObject token =
          new JWSObject(
              new JWSHeader.Builder(JWSAlgorithm.RS256)
                  .keyID(keyId)
                  .type(JOSEObjectType.JWT)
                  .build(),
              new Payload(claims));
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException cause) {
      throw new IllegalStateException("the service account of Google's wallet cannot sign", cause);
    }
  }
}
