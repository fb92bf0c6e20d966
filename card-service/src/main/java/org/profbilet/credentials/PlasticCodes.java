package org.profbilet.credentials;

import jakarta.inject.Singleton;
import org.profbilet.cards.PlasticTokens;
import org.profbilet.contract.credential.CardSerial;
import org.profbilet.contract.credential.PlasticCode;
import org.profbilet.contract.credential.TicketNumber;

/**
 * The codes on plastic as doors read them: what production printed, and nothing else, is genuine.
 */
@Singleton
public class PlasticCodes {

  private final PlasticTokens printed;

  PlasticCodes(PlasticTokens printed) {
    this.printed = printed;
  }

  /** The code of this copy; the same every time it is asked for. */
  public PlasticCode of(TicketNumber ticket, CardSerial serial) {
    return printed.of(ticket, serial);
  }

  /** Whether this code was printed by us; whether the card is still good is for others to say. */
  public boolean isGenuine(PlasticCode code) {
    return printed.isGenuine(code);
  }
}
