package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param code of the invitation, what follows the # of its QR
 * @param publicKeyJwk of a key that never leaves the phone
 * @param name how the chair recognises the phone, for example «Телефон Ольги»
 * @param proof a JWT signed by that key: {@code {"iss": code, "aud": public address, "iat":
 *     milliseconds}}
 */
@Serdeable
public record DeviceEnrolment(
    @NotBlank @Size(max = 100) String code,
    @NotNull @Valid DeviceKeyJwk publicKeyJwk,
    @Nullable @Size(max = 60) String name,
    @NotBlank @Size(max = 2000) String proof) {
  @Override
  public String toString() {
    return "DeviceEnrolment[…]";
  }
}
