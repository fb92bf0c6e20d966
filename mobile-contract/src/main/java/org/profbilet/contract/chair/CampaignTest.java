package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;

/** Who the author is as a member, so that the test goes to her alone. */
@Serdeable
public record CampaignTest(
    @NotNull @Pattern(regexp = "[0-9]{10}") String ticketNumber, @NotNull LocalDate birthDate) {

  @Override
  public String toString() {
    return "CampaignTest[]";
  }
}
