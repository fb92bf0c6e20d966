package org.profbilet.access;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as the organisation above sees it.
 *
 * @param undertakingSignedOn null while the undertaking waits for her
 * @param handedOut true while her slip waits to be used
 */
@Introspected
public record AppointmentLine(
    UUID id,
    UUID accountId,
    String displayName,
    String login,
    Role role,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    @Nullable LocalDate undertakingSignedOn,
    boolean handedOut) {
  @Override
  public String toString() {
    return "AppointmentLine[" + id + "]";
  }
}
