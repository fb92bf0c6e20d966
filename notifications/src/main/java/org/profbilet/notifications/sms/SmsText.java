package org.profbilet.notifications.sms;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text as it travels by SMS: in the GSM alphabet where every character is in it, else in UCS-2;
 * in one part where it fits, else in several with a header by which a phone joins them (3GPP 23.040
 * §9.2.3.24.1). A character is never cut in two.
 */
final class SmsText {

  /** What a part holds: alone, and beside the six octets of the header. */
  enum Alphabet {
    GSM(0x00, 160, 153),
    UCS2(0x08, 140, 134);

    private final byte dataCoding;
    private final int alone;
    private final int joined;

    Alphabet(int dataCoding, int alone, int joined) {
      this.dataCoding = (byte) dataCoding;
      this.alone = alone;
      this.joined = joined;
    }

    byte dataCoding() {
      return dataCoding;
    }
  }

  /** Longer texts do not belong into an SMS. */
  static final int MOST_PARTS = 8;

  private static final int HEADER = 6;

  private final Alphabet alphabet;
  private final List<byte[]> parts;

  private SmsText(Alphabet alphabet, List<byte[]> parts) {
    this.alphabet = alphabet;
    this.parts = parts;
  }

  /**
   * @param reference by which a phone tells the parts of two messages apart; its last octet counts
   * @throws IllegalArgumentException for a text that needs more than eight parts
   */
  static SmsText of(String text, int reference) {
    Optional<List<byte[]>> septets = septets(text);
    Alphabet alphabet = septets.isPresent() ? Alphabet.GSM : Alphabet.UCS2;
    List<byte[]> bodies = split(septets.orElseGet(() -> units(text)), alphabet);
    if (bodies.size() > MOST_PARTS) {
      throw new IllegalArgumentException("an SMS has eight parts at most");
    }
    return new SmsText(alphabet, bodies.size() == 1 ? bodies : numbered(bodies, reference));
  }

  Alphabet alphabet() {
    return alphabet;
  }

  boolean isJoined() {
    return parts.size() > 1;
  }

  /** Each as the octets of {@code short_message}, header included. */
  List<byte[]> parts() {
    return parts;
  }

  private static Optional<List<byte[]>> septets(String text) {
    List<Optional<byte[]>> found = text.codePoints().mapToObj(GsmAlphabet::septetsOf).toList();
    return found.stream().allMatch(Optional::isPresent)
        ? Optional.of(found.stream().map(Optional::orElseThrow).toList())
        : Optional.empty();
  }

  private static List<byte[]> units(String text) {
    return text.codePoints()
        .mapToObj(code -> Character.toString(code).getBytes(StandardCharsets.UTF_16BE))
        .toList();
  }

  private static List<byte[]> split(List<byte[]> characters, Alphabet alphabet) {
    int whole = characters.stream().mapToInt(one -> one.length).sum();
    int room = whole <= alphabet.alone ? alphabet.alone : alphabet.joined;
    List<byte[]> bodies = new ArrayList<>();
    ByteArrayOutputStream body = new ByteArrayOutputStream(room);
    for (byte[] character : characters) {
      if (body.size() + character.length > room) {
        bodies.add(body.toByteArray());
        body.reset();
      }
      body.writeBytes(character);
    }
    bodies.add(body.toByteArray());
    return bodies;
  }

  private static List<byte[]> numbered(List<byte[]> bodies, int reference) {
    List<byte[]> parts = new ArrayList<>();
    for (byte[] body : bodies) {
      byte[] header = {
        HEADER - 1, 0x00, 0x03, (byte) reference, (byte) bodies.size(), (byte) (parts.size() + 1)
      };
      ByteArrayOutputStream part = new ByteArrayOutputStream(HEADER + body.length);
      part.writeBytes(header);
      part.writeBytes(body);
      parts.add(part.toByteArray());
    }
    return parts;
  }
}
