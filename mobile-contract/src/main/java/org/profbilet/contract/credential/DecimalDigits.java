package org.profbilet.contract.credential;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Bytes as decimal digits, which a QR stores at 3.33 bits each: 13 bytes become 32 digits, a tail
 * of n bytes the fewest digits that hold it. Every text has one meaning and every meaning one text.
 */
final class DecimalDigits {

  private static final int BLOCK_BYTES = 13;
  private static final int BLOCK_DIGITS = 32;
  private static final int[] TAIL_DIGITS = {0, 3, 5, 8, 10, 13, 15, 17, 20, 22, 25, 27, 29};

  private DecimalDigits() {}

  static String ofBytes(byte[] bytes) {
    StringBuilder digits = new StringBuilder();
    for (int from = 0; from < bytes.length; from += BLOCK_BYTES) {
      int to = Math.min(bytes.length, from + BLOCK_BYTES);
      String block = new BigInteger(1, Arrays.copyOfRange(bytes, from, to)).toString();
      digits.append("0".repeat(width(to - from) - block.length())).append(block);
    }
    return digits.toString();
  }

  static byte[] toBytes(String digits) {
    if (!digits.matches("[0-9]{1,1000}")) {
      throw new IllegalArgumentException("not decimal digits");
    }
    int tail = Arrays.binarySearch(TAIL_DIGITS, digits.length() % BLOCK_DIGITS);
    if (tail < 0) {
      throw new IllegalArgumentException("no number of bytes has so many digits");
    }
    byte[] bytes = new byte[digits.length() / BLOCK_DIGITS * BLOCK_BYTES + tail];
    for (int from = 0; from < bytes.length; from += BLOCK_BYTES) {
      readBlock(digits, from / BLOCK_BYTES * BLOCK_DIGITS, bytes, from);
    }
    return bytes;
  }

  private static void readBlock(String digits, int digitsFrom, byte[] bytes, int from) {
    int size = Math.min(BLOCK_BYTES, bytes.length - from);
    BigInteger block = new BigInteger(digits.substring(digitsFrom, digitsFrom + width(size)));
    if (block.bitLength() > size * 8) {
      throw new IllegalArgumentException("a block of digits is greater than its bytes");
    }
    System.arraycopy(StrictBase64Url.fixed(block, size), 0, bytes, from, size);
  }

  private static int width(int size) {
    return size == BLOCK_BYTES ? BLOCK_DIGITS : TAIL_DIGITS[size];
  }
}
