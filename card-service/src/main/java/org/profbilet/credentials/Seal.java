package org.profbilet.credentials;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A keyed hash whose key lives beside the signing keys. Eight digits are guessed from a plain hash
 * in no time; without this key a stolen database says nothing about them. What is derived here need
 * not be kept: the same question gives the same answer.
 */
@Singleton
public class Seal {

  private final SecretKeySpec key;

  Seal(KeyDirectory directory) {
    byte[] secret = Base64.getUrlDecoder().decode(directory.read("seal", Seal::newSecret));
    this.key = new SecretKeySpec(secret, "HmacSHA256");
  }

  private static String newSecret() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** 32 bytes for a purpose and what it is about. */
  byte[] of(String purpose, Object subject) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal((purpose + "\n" + subject).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", impossible);
    }
  }

  /** The first 16 of them. */
  public byte[] first16(String purpose, Object subject) {
    return Arrays.copyOf(of(purpose, subject), 16);
  }

  /** The same as base64url. */
  public String text(String purpose, Object subject) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(of(purpose, subject));
  }
}
