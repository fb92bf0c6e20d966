package org.profbilet.contract.open;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param code as printed on the slip; small letters and a forgotten dash are all right
 * @param password the person's own, at least 10 characters
 */
@Serdeable
public record AccountActivation(
    @NotBlank @Size(max = 100) String login,
    @NotBlank @Size(max = 20) String code,
    @NotBlank @Size(max = 200) String password) {
  @Override
  public String toString() {
    return "AccountActivation[…]";
  }
}
