package org.profbilet.contract.open;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param text of the QR on a phone, on plastic or in a wallet, exactly as it was read
 */
@Serdeable
public record ShownCode(@NotBlank @Size(max = 3000) String text) {
  @Override
  public String toString() {
    return "ShownCode[…]";
  }
}
