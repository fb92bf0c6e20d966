package org.profbilet.contract.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;

/** ES256 over exact bytes: header and payload are taken as they are and never written anew. */
public final class Es256 {

  /** Bytes of a signature: r and s. */
  public static final int LENGTH = 64;

  private Es256() {}

  /** Header and payload as base64url with a dot between (RFC 7515, 5.1). */
  public static String signingInput(String header, String payload) {
    return Base64URL.encode(header) + "." + Base64URL.encode(payload);
  }

  /** The 64 bytes of the signature as base64url. */
  public static String sign(String header, String payload, ECKey key) {
    try {
      JWSObject object =
          new JWSObject(
              JWSHeader.parse(Base64URL.encode(header)), new Payload(Base64URL.encode(payload)));
      object.sign(new ECDSASigner(key));
      return object.getSignature().toString();
    } catch (JOSEException | ParseException cause) {
      throw new IllegalStateException("the key cannot sign with ES256", cause);
    }
  }

  /** Whether the signature, 64 bytes as base64url, is of this key over this input. */
  public static boolean isGood(String signingInput, String signature, DeviceKey key) {
    try {
      return new ECDSAVerifier(key.toJwk())
          .verify(
              new JWSHeader(JWSAlgorithm.ES256),
              signingInput.getBytes(StandardCharsets.US_ASCII),
              new Base64URL(signature));
    } catch (JOSEException cause) {
      return false;
    }
  }
}
