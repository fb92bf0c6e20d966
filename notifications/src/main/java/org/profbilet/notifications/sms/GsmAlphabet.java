package org.profbilet.notifications.sms;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The alphabet in which an SMS holds 160 characters (3GPP 23.038 §6.2.1), one septet an octet as
 * SMPP carries it. Ten more characters cost two septets each; Cyrillic has no place in it.
 */
final class GsmAlphabet {

  private static final char ESCAPE = 0x1B;
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENDED = "\f^{}\\[~]|€";
  private static final byte[] EXTENDED_CODES = {
    0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65
  };
  private static final Map<Integer, byte[]> SEPTETS = septets();

  private GsmAlphabet() {}

  /** One septet or two; empty for a character that the alphabet does not have. */
  static Optional<byte[]> septetsOf(int codePoint) {
    return Optional.ofNullable(SEPTETS.get(codePoint)).map(byte[]::clone);
  }

  private static Map<Integer, byte[]> septets() {
    Map<Integer, byte[]> septets = new HashMap<>();
    for (int code = 0; code < BASIC.length(); code++) {
      if (BASIC.charAt(code) != ESCAPE) {
        septets.put((int) BASIC.charAt(code), new byte[] {(byte) code});
      }
    }
    for (int place = 0; place < EXTENDED.length(); place++) {
      septets.put((int) EXTENDED.charAt(place), new byte[] {ESCAPE, EXTENDED_CODES[place]});
    }
    return septets;
  }
}
