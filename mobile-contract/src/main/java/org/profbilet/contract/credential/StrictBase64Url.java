package org.profbilet.contract.credential;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;

/**
 * Base64url of RFC 7515 in its only canonical form. Nimbus ignores illegal characters and spare
 * bits, so one credential would have many texts, and a text could not be compared.
 */
public final class StrictBase64Url {

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private StrictBase64Url() {}

  public static String encode(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  /** The bytes of a canonical text; anything else is an {@link IllegalArgumentException}. */
  public static byte[] decode(String text) {
    byte[] bytes = text.matches("[A-Za-z0-9_-]*") ? Base64.getUrlDecoder().decode(text) : null;
    if (bytes == null || !encode(bytes).equals(text)) {
      throw new IllegalArgumentException("not canonical base64url");
    }
    return bytes;
  }

  static byte[] decode(String text, int length) {
    byte[] bytes = decode(text);
    if (bytes.length != length) {
      throw new IllegalArgumentException("base64url of a wrong length");
    }
    return bytes;
  }

  static byte[] fixed(BigInteger number, int length) {
    byte[] bytes = number.toByteArray();
    byte[] result = new byte[length];
    int from = Math.max(0, bytes.length - length);
    byte[] tail = Arrays.copyOfRange(bytes, from, bytes.length);
    System.arraycopy(tail, 0, result, length - tail.length, tail.length);
    return result;
  }
}
