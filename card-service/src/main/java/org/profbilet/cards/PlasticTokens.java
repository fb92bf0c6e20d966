package org.profbilet.cards;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;

/**
 * Computes the secret of a plastic card whenever it is needed: a copy of the database reveals none
 * (decisions/plastic-token.md).
 */
@Singleton
public class PlasticTokens {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BYTES = 16;

  private final Provider<PlasticKey> key;

  PlasticTokens(Provider<PlasticKey> key) {
    this.key = key;
  }

  /**
   * @param ticketNumber 10 digits
   * @param serial 5 digits
   */
  public PlasticToken of(String ticketNumber, String serial) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key.get().secret());
      byte[] full = mac.doFinal((ticketNumber + ":" + serial).getBytes(StandardCharsets.US_ASCII));
      return new PlasticToken(ticketNumber, serial, base32(Arrays.copyOf(full, BYTES)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  /** RFC 4648 without padding. */
  static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte b : bytes) {
      buffer = (buffer << 8) | (b & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(ALPHABET.charAt((buffer >> bits) & 31));
        buffer &= (1 << bits) - 1;
      }
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt((buffer << (5 - bits)) & 31));
    }
    return text.toString();
  }
}
