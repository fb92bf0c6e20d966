package org.profbilet.contract.session;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param code six digits of the app, or a recovery code
 */
@Serdeable
public record SecondFactorCode(@NotBlank @Size(max = 20) String code) {
  @Override
  public String toString() {
    return "SecondFactorCode[…]";
  }
}
