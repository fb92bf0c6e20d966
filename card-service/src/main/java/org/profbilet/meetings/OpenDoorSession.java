package org.profbilet.meetings;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
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
   * @throws DeviceRevoked where the proof is good and the device's right has ended
   */
  @Transactional
  public Optional<UUID> open(String proof) {
    DeviceProofs.Claimed claimed = proofs.read(proof).orElse(null);
    DeviceRow device = claimed == null ? null : find(claimed.issuer()).orElse(null);
    if (claimed == null || device == null || !claimed.isSignedBy(device.keyX(), device.keyY())) {
      return Optional.empty();
    }
    if (!device.isAlive(clock.instant())) {
      throw new DeviceRevoked();
    }
    return devices.markProof(device.id(), claimed.madeAt(), clock.instant()) == 1
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
