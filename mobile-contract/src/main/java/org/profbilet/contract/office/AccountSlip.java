package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * What is handed to the person: with it she chooses her own password at {@code /desk}.
 *
 * @param code good once, until {@code expiresAt}
 */
@Serdeable
public record AccountSlip(String displayName, String login, String code, Instant expiresAt) {
  @Override
  public String toString() {
    return "AccountSlip[…]";
  }
}
