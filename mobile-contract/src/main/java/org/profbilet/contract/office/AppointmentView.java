package org.profbilet.contract.office;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param role CHAIR or OFFICER (an open list)
 * @param until the first day out of office; absent where no end is set
 * @param undertakingSignedOn absent while the undertaking of non-disclosure waits
 * @param slipOpen true while her slip waits to be used
 */
@Serdeable
public record AppointmentView(
    UUID id,
    String displayName,
    String login,
    String role,
    LocalDate from,
    @Nullable LocalDate until,
    @Nullable LocalDate undertakingSignedOn,
    boolean slipOpen) {
  @Override
  public String toString() {
    return "AppointmentView[" + id + "]";
  }
}
