package org.profbilet.contract.member;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param proof a JWT signed by the phone's door key: {@code {"iss": deviceId, "aud": public
 *     address, "iat": milliseconds}}; every next one later than the one before
 */
@Serdeable
public record PhoneProof(@NotBlank @Size(max = 2000) String proof) {
  @Override
  public String toString() {
    return "PhoneProof[…]";
  }
}
