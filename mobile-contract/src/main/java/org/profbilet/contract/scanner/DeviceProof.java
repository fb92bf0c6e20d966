package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param proof a JWT signed by the device's key: {@code {"iss": device, "aud": public address,
 *     "iat": milliseconds}}; every next one later than the one before
 */
@Serdeable
public record DeviceProof(@NotBlank @Size(max = 2000) String proof) {
  @Override
  public String toString() {
    return "DeviceProof[…]";
  }
}
