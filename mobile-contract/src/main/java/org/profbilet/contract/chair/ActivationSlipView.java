package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * What stands on the slip that a chair hands to a member.
 *
 * @param link text of its QR
 * @param code eight digits
 */
@Serdeable
public record ActivationSlipView(
    String fullName, String ticketNumber, String link, String code, Instant expiresAt) {
  @Override
  public String toString() {
    return "ActivationSlipView[…]";
  }
}
