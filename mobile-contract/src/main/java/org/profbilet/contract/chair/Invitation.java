package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * @param qr the text of the QR: {@code HTTPS://HOST/D#<code>}; good for one phone and 24 hours
 */
@Serdeable
public record Invitation(UUID id, String door, String qr, Instant expiresAt) {
  @Override
  public String toString() {
    return "Invitation[" + id + "]";
  }
}
