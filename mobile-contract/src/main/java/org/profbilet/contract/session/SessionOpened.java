package org.profbilet.contract.session;

import io.micronaut.serde.annotation.Serdeable;

/**
 * @param accessToken goes into {@code Authorization: Bearer}
 * @param expiresIn seconds until it must be renewed
 * @param passwordChangeRequired nothing else is answered until the password is changed
 */
@Serdeable
public record SessionOpened(String accessToken, int expiresIn, boolean passwordChangeRequired) {
  @Override
  public String toString() {
    return "SessionOpened[…]";
  }
}
