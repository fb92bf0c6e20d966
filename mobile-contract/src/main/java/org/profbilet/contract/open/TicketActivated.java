package org.profbilet.contract.open;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.profbilet.contract.member.PhoneCredentials;
import org.profbilet.contract.member.TicketCard;

/**
 * @param deviceId names the phone in its proofs; the Idempotency-Key of the request
 */
@Serdeable
public record TicketActivated(UUID deviceId, PhoneCredentials credentials, TicketCard card) {
  @Override
  public String toString() {
    return "TicketActivated[" + deviceId + "]";
  }
}
