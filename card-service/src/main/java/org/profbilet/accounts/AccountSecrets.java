package org.profbilet.accounts;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets of accounts, made from one key outside of the database and the id of a row: a copy of the
 * database holds neither a second factor nor a code of a slip.
 */
@Singleton
class AccountSecrets {

  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int TOTP_BYTES = 20;

  private final String key;

  /**
   * @param key at least 32 characters; {@code deploy/run} makes it once and keeps it in a file
   */
  AccountSecrets(@Value("${profbilet.accounts.key}") String key) {
    if (key.length() < 32) {
      throw new IllegalArgumentException("profbilet.accounts.key has less than 32 characters");
    }
    this.key = key;
  }

  byte[] secondFactor(UUID secondFactorId) {
    return Arrays.copyOf(mac("second factor " + secondFactorId), TOTP_BYTES);
  }

  /** Two groups of five signs, 50 bits: what a slip or a list of recovery codes prints. */
  String printed(String purpose, Object id) {
    String signs = base32(Arrays.copyOf(mac(purpose + " " + id), TOTP_BYTES));
    return signs.substring(0, 5) + "-" + signs.substring(5, 10);
  }

  String hash(UUID id, String code) {
    return base32(mac("hash " + id + " " + normalise(code)));
  }

  /** As typed from paper: small letters, blanks and a forgotten dash are all right. */
  static String normalise(String code) {
    return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }

  /** RFC 4648 without padding; for lengths that are whole groups of five bits. */
  static String base32(byte[] bytes) {
    int length = bytes.length * 8 / 5;
    BigInteger number = new BigInteger(1, bytes).shiftRight(bytes.length * 8 % 5);
    StringBuilder signs = new StringBuilder();
    for (int i = length - 1; i >= 0; i--) {
      signs.append(BASE32.charAt(number.shiftRight(5 * i).intValue() & 31));
    }
    return signs.toString();
  }

  private byte[] mac(String words) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
