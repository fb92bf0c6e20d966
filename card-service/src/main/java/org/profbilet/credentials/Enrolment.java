package org.profbilet.credentials;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.audit.Audit;
import org.profbilet.credentials.ActivateOutcome.Activated;

/** Keeps a member's phones: two at most, for a third one ends the oldest. */
@Singleton
class Enrolment {

  static final int DEVICES = 2;

  private final DeviceRepository devices;
  private final ActivationRepository activations;
  private final CredentialRepository credentials;
  private final Issuing issuing;
  private final MemberCards cards;
  private final Seal seal;
  private final Audit audit;
  private final Clock clock;

  Enrolment(
      DeviceRepository devices,
      ActivationRepository activations,
      CredentialRepository credentials,
      Issuing issuing,
      MemberCards cards,
      Seal seal,
      Audit audit,
      Clock clock) {
    this.devices = devices;
    this.activations = activations;
    this.credentials = credentials;
    this.issuing = issuing;
    this.cards = cards;
    this.seal = seal;
    this.audit = audit;
    this.clock = clock;
  }

  Optional<UUID> findOwner(UUID deviceId) {
    return devices.findOwner(deviceId);
  }

  /** The stored answer to a request that comes again, because the first answer was lost. */
  Optional<Activated> again(Holder holder, ActivationRequest request) {
    return devices
        .findById(request.deviceId())
        .filter(device -> device.revokedAt() == null)
        .filter(device -> device.requestHash().equals(hash(request)))
        .map(device -> new Activated(device.id(), kept(device.id()), cards.of(holder)));
  }

  /** Empty where one of the keys serves another phone already. */
  Optional<Activated> enrol(Holder holder, ActivationRow activation, ActivationRequest request) {
    DeviceRow device = device(holder, activation, request);
    List<UUID> trusted = devices.listTrusted(holder.id());
    if (insert(device) == 0) {
      return Optional.empty();
    }
    activations.markUsed(activation.id(), clock.instant());
    trusted.stream().skip(DEVICES - 1).forEach(oldest -> revoke(holder, oldest));
    audit.record(null, holder.primaryId(), "DEVICE_ENROLLED", device.id(), Map.of());
    DeviceCredentials issued = issuing.issue(holder, device);
    return Optional.of(new Activated(device.id(), issued, cards.of(holder)));
  }

  private int insert(DeviceRow device) {
    return devices.insert(
        device.id(),
        device.personId(),
        device.primaryId(),
        device.activationId(),
        device.name(),
        device.doorX(),
        device.doorY(),
        device.memberX(),
        device.memberY(),
        device.enrolledAt(),
        device.requestHash());
  }

  private void revoke(Holder holder, UUID deviceId) {
    devices.markRevoked(deviceId, clock.instant());
    credentials.markInvalid(deviceId);
    audit.record(null, holder.primaryId(), "DEVICE_REPLACED", deviceId, Map.of());
  }

  private DeviceRow device(Holder holder, ActivationRow activation, ActivationRequest request) {
    Instant now = clock.instant();
    return new DeviceRow(
        request.deviceId(),
        holder.id(),
        holder.primaryId(),
        activation.id(),
        request.deviceName(),
        request.doorKey().x(),
        request.doorKey().y(),
        request.memberKey().x(),
        request.memberKey().y(),
        0,
        now,
        null,
        hash(request));
  }

  private DeviceCredentials kept(UUID deviceId) {
    return new DeviceCredentials(
        credentials.findNewest(deviceId, "DOOR").orElseThrow(),
        credentials.findNewest(deviceId, "MEMBER").orElseThrow());
  }

  private String hash(ActivationRequest request) {
    return seal.text("activation request", request.words());
  }
}
