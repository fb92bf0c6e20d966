package org.profbilet.contract.session;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param newPassword at least 10 characters
 */
@Serdeable
public record PasswordChange(
    @NotBlank @Size(max = 200) String currentPassword,
    @NotBlank @Size(max = 200) String newPassword) {
  @Override
  public String toString() {
    return "PasswordChange[…]";
  }
}
