package org.profbilet.accounts;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time codes by the clock: RFC 6238 with HMAC-SHA-1, 30 seconds, as authenticator apps have it.
 */
final class Totp {

  static final Duration STEP = Duration.ofSeconds(30);

  private Totp() {}

  static long stepAt(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), STEP.toSeconds());
  }

  /**
   * @param digits 6 for people; the vectors of the RFC have 8
   */
  static String code(byte[] secret, long step, int digits) {
    byte[] hash = hash(secret, step);
    int offset = hash[hash.length - 1] & 0x0F;
    int number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7FFF_FFFF;
    return String.format("%0" + digits + "d", number % (int) Math.pow(10, digits));
  }

  private static byte[] hash(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA1", e);
    }
  }
}
