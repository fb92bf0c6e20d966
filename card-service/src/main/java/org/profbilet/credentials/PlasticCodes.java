package org.profbilet.credentials;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.profbilet.contract.credential.CardSerial;
import org.profbilet.contract.credential.PlasticCode;
import org.profbilet.contract.credential.TicketNumber;

/**
 * The codes printed on plastic. The token of a copy is derived from a secret of the server, 128
 * bits that nobody else can tell from chance: so production, doors and sealed lists need no table
 * of them.
 */
@Singleton
public class PlasticCodes {

  private final Seal seal;

  PlasticCodes(Seal seal) {
    this.seal = seal;
  }

  /** The code of this copy; the same every time it is asked for. */
  public PlasticCode of(TicketNumber ticket, CardSerial serial) {
    return PlasticCode.of(
        ticket, serial, seal.first16("plastic", ticket.value() + ":" + serial.value()));
  }

  /** Whether this code was printed by us; whether the card is still good is for others to say. */
  public boolean isGenuine(PlasticCode code) {
    return MessageDigest.isEqual(
        of(code.ticket(), code.serial()).token().getBytes(StandardCharsets.US_ASCII),
        code.token().getBytes(StandardCharsets.US_ASCII));
  }
}
