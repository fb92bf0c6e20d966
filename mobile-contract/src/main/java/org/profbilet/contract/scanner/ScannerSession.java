package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * @param accessToken goes into {@code Authorization: Bearer}
 * @param expiresIn seconds until a new session must be opened
 */
@Serdeable
public record ScannerSession(String accessToken, int expiresIn, Instant serverTime) {
  @Override
  public String toString() {
    return "ScannerSession[…]";
  }
}
