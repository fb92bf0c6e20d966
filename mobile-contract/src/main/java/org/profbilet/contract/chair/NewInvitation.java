package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.DeviceRole;

/**
 * @param door where the phone will stand, for example «Вход А»
 * @param role VOLUNTEER where absent
 * @param listIds which lists it scans; all of the meeting where absent
 * @param validUntil the end of the shift; a day after the doors close where absent
 */
@Serdeable
public record NewInvitation(
    @NotBlank @Size(max = 60) String door,
    @Nullable DeviceRole role,
    @Nullable @Size(max = 20) List<UUID> listIds,
    @Nullable Instant validUntil) {

  @Override
  public List<UUID> listIds() {
    return listIds == null ? List.of() : List.copyOf(listIds);
  }
}
