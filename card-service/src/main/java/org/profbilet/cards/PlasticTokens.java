package org.profbilet.cards;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import org.profbilet.contract.credential.CardSerial;
import org.profbilet.contract.credential.PlasticCode;
import org.profbilet.contract.credential.TicketNumber;

/**
 * Computes the secret of a plastic card whenever it is needed: a copy of the database reveals none
 * (decisions/plastic-token.md).
 */
@Singleton
public class PlasticTokens {

  private static final int BYTES = 16;

  private final Provider<PlasticKey> key;

  PlasticTokens(Provider<PlasticKey> key) {
    this.key = key;
  }

  /** The code on this copy; the same every time it is asked for. */
  public PlasticCode of(TicketNumber ticket, CardSerial serial) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key.get().secret());
      String copy = ticket.value() + ":" + serial.value();
      byte[] full = mac.doFinal(copy.getBytes(StandardCharsets.US_ASCII));
      return PlasticCode.of(ticket, serial, Arrays.copyOf(full, BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  /** Whether this code was printed by us; whether the card is still good is for others to say. */
  public boolean isGenuine(PlasticCode code) {
    return MessageDigest.isEqual(
        of(code.ticket(), code.serial()).token().getBytes(StandardCharsets.US_ASCII),
        code.token().getBytes(StandardCharsets.US_ASCII));
  }
}
