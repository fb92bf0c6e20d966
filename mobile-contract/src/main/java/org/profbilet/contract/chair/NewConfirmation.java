package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * Mandates that the commission confirms.
 *
 * @param mandateIds empty for all that were sent in
 * @param decision for example «протокол мандатной комиссии № 1»
 */
@Serdeable
public record NewConfirmation(
    @NotNull @Size(max = 5000) List<UUID> mandateIds, @NotBlank @Size(max = 200) String decision) {

  public NewConfirmation {
    mandateIds = List.copyOf(mandateIds);
  }
}
