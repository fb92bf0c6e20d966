package org.profbilet.contract.session;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What an authenticator app is given, shown once.
 *
 * @param secret Base32, to type where no camera reads the QR
 * @param uri {@code otpauth://totp/…}, the text of the QR
 */
@Serdeable
public record SecondFactorEnrolment(String secret, String uri) {
  @Override
  public String toString() {
    return "SecondFactorEnrolment[…]";
  }
}
