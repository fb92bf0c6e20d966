package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A card that lies before the chair.
 *
 * @param code what the camera read: the QR of the card, or the ticket's number of its Code 128
 * @param issuedOn when it was handed out
 */
@Serdeable
public record ScannedIssue(@NotBlank @Size(max = 200) String code, @NotNull LocalDate issuedOn) {

  @Override
  public String toString() {
    return "ScannedIssue[" + issuedOn + "]";
  }
}
