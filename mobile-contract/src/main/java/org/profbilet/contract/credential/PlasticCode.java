package org.profbilet.contract.credential;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The QR of a plastic card: {@code EPB1:<ticket>:<serial>:<26 base32>}. It is no signature but a
 * secret of 128 bits: whoever reads it knows nothing until the register, or a list sealed with the
 * same secret, answers.
 *
 * @param ticket number of the ticket
 * @param serial which copy
 * @param token 128 random bits as 26 letters and digits of RFC 4648 base32, without padding
 */
public record PlasticCode(TicketNumber ticket, CardSerial serial, String token) {

  private static final Pattern FORM =
      Pattern.compile("EPB1:([0-9]{10}):([0-9]{5}):([A-Z2-7]{26})", Pattern.CASE_INSENSITIVE);

  public PlasticCode {
    if (!token.matches("[A-Z2-7]{26}") || Base32.ALPHABET.indexOf(token.charAt(25)) % 4 != 0) {
      throw new IllegalArgumentException("a token is 128 bits as 26 characters of base32");
    }
  }

  /** A code with a new secret. */
  public static PlasticCode random(TicketNumber ticket, CardSerial serial, SecureRandom random) {
    byte[] secret = new byte[16];
    random.nextBytes(secret);
    return of(ticket, serial, secret);
  }

  /** A code with this secret of 16 bytes. */
  public static PlasticCode of(TicketNumber ticket, CardSerial serial, byte[] secret) {
    return new PlasticCode(ticket, serial, Base32.encode(secret));
  }

  /**
   * Reads a scanned text. Scanners that change the case of letters are forgiven; anything that is
   * not a plastic code is an {@link IllegalArgumentException}.
   */
  public static PlasticCode parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("not the code of a plastic card");
    }
    return new PlasticCode(
        new TicketNumber(form.group(1)),
        new CardSerial(form.group(2)),
        form.group(3).toUpperCase(Locale.ROOT));
  }

  /** The text of the QR. */
  public String text() {
    return "EPB1:" + ticket.value() + ":" + serial.value() + ":" + token;
  }

  @Override
  public String toString() {
    return "EPB1:***";
  }
}
