package org.profbilet.contract.open;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A phone asks for its member's ticket.
 *
 * @param offer what follows the # of the slip's QR; empty where the number was typed
 * @param ticketNumber ten digits; empty where the QR was read
 * @param code eight digits
 * @param doorKey shown at the union's doors; its private half never leaves the phone
 * @param memberKey shown in shops; another key, so that the two cannot be brought together
 * @param doorProof a JWT signed by the door key: {@code {"iss": Idempotency-Key, "aud": public
 *     address, "iat": milliseconds}}
 * @param memberProof the same, signed by the member key
 * @param deviceName how the member recognises the phone
 */
@Serdeable
public record TicketActivation(
    @Nullable @Size(max = 40) String offer,
    @Nullable @Size(max = 20) String ticketNumber,
    @NotNull LocalDate birthDate,
    @NotNull @Pattern(regexp = "[0-9]{8}") String code,
    @NotNull @Valid PhoneKey doorKey,
    @NotNull @Valid PhoneKey memberKey,
    @NotBlank @Size(max = 2000) String doorProof,
    @NotBlank @Size(max = 2000) String memberProof,
    @Nullable @Size(max = 60) String deviceName) {

  @Override
  public String toString() {
    return "TicketActivation[…]";
  }
}
