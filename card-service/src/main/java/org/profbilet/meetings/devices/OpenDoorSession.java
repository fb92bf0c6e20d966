package org.profbilet.meetings.devices;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.credentials.DeviceProofs;

/** Takes the proof of a phone at a door; what it opens is short, for rights are asked each time. */
@Singleton
public class OpenDoorSession {

  private final DeviceRepository devices;
  private final DeviceProofs proofs;
  private final Clock clock;

  OpenDoorSession(DeviceRepository devices, DeviceProofs proofs, Clock clock) {
    this.devices = devices;
    this.proofs = proofs;
    this.clock = clock;
  }

  /**
   * The device, or empty where the proof is wrong, old or used.
   *
   * <p>A device whose right was taken away opens one too, for an hour: to deliver what it has.
   *
   * @throws DeviceRevoked where the proof is good and the device's right has ended
   */
  @Transactional
  public Optional<UUID> open(String proof) {
    DeviceProofs.Claimed claimed = proofs.read(proof).orElse(null);
    DeviceRow device = claimed == null ? null : find(claimed.issuer()).orElse(null);
    if (claimed == null || device == null || !claimed.isSignedBy(device.keyX(), device.keyY())) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    if (!device.isAlive(now) && !device.isDraining(now)) {
      throw new DeviceRevoked();
    }
    Instant endedAfter = now.minus(DeviceRow.DRAIN);
    return devices.markProof(device.id(), claimed.madeAt(), now, endedAfter) == 1
        ? Optional.of(device.id())
        : Optional.empty();
  }

  private Optional<DeviceRow> find(String issuer) {
    try {
      return devices.findById(UUID.fromString(issuer));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
