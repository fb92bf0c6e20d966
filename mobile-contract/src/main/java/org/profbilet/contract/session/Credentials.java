package org.profbilet.contract.session;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a person types to sign in. */
@Serdeable
public record Credentials(
    @NotBlank @Size(max = 100) String login, @NotBlank @Size(max = 200) String password) {
  @Override
  public String toString() {
    return "Credentials[…]";
  }
}
