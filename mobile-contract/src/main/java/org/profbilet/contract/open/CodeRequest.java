package org.profbilet.contract.open;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;

/** A member without a slip asks for a code to an address on her record. */
@Serdeable
public record CodeRequest(
    @NotNull @Pattern(regexp = "[0-9]{10}") String ticketNumber, @NotNull LocalDate birthDate) {
  @Override
  public String toString() {
    return "CodeRequest[…]";
  }
}
