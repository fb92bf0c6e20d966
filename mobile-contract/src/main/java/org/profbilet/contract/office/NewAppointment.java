package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * @param displayName surname and initials
 * @param hasLogin true where the login is hers already, from another organisation
 * @param from the first day in office
 * @param until the first day out of office; absent where no end is set
 */
@Serdeable
public record NewAppointment(
    @NotBlank @Size(max = 100) String displayName,
    @NotBlank @Size(min = 3, max = 100) String login,
    boolean hasLogin,
    @NotNull AppointmentRole role,
    @NotNull LocalDate from,
    @Nullable LocalDate until) {
  @Override
  public String toString() {
    return "NewAppointment[" + role + "]";
  }
}
