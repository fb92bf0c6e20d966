package org.profbilet.credentials;

import java.time.Instant;
import java.util.UUID;

/**
 * What stands on the slip that a chair hands to a member.
 *
 * @param link the text of its QR
 * @param code eight digits
 */
public record ActivationSlip(
    UUID id, String fullName, String ticketNumber, String link, String code, Instant expiresAt) {

  @Override
  public String toString() {
    return "ActivationSlip[" + id + "]";
  }
}
