package org.profbilet.contract.credential;

import java.math.BigInteger;

/**
 * 128 bits as 26 capital letters and digits (RFC 4648, 6), without padding: what a QR stores well.
 */
public final class Base32 {

  static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  /** The 26 characters of 16 bytes. */
  public static String encode(byte[] bytes) {
    if (bytes.length != 16) {
      throw new IllegalArgumentException("128 bits were expected");
    }
    BigInteger bits = new BigInteger(1, bytes).shiftLeft(2);
    StringBuilder text = new StringBuilder(26);
    for (int shift = 125; shift >= 0; shift -= 5) {
      text.append(ALPHABET.charAt(bits.shiftRight(shift).intValue() & 31));
    }
    return text.toString();
  }
}
