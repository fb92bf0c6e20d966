package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that waited on a device, in one round trip.
 *
 * @param deviceClock the device's clock when this was sent
 * @param monotonicMs at the same moment, see {@link Scan}
 * @param cursor of the last answer, absent the first time
 * @param scans at most 200; each is judged alone
 * @param voids what was taken back; after the scans
 * @param state how the device is
 */
@Serdeable
public record SyncRequest(
    @NotNull UUID syncId,
    @NotNull Instant deviceClock,
    @Nullable Long monotonicMs,
    @Nullable UUID bootId,
    @Nullable @Size(max = 40) String cursor,
    @NotNull @Size(max = 200) List<Scan> scans,
    @Nullable @Size(max = 200) List<@Valid ScanVoid> voids,
    @Nullable @Valid DeviceState state) {

  public SyncRequest {
    scans = List.copyOf(scans);
  }

  @Override
  public List<ScanVoid> voids() {
    return voids == null ? List.of() : List.copyOf(voids);
  }
}
