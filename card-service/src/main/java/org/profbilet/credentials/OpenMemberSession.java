package org.profbilet.credentials;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.RowScope;
import org.profbilet.contract.credential.CredentialKind;
import org.profbilet.contract.credential.DeviceKey;
import org.profbilet.credentials.DeviceProofs.Claimed;
import org.profbilet.credentials.MemberSessionOutcome.Opened;
import org.profbilet.credentials.MemberSessionOutcome.Reason;
import org.profbilet.credentials.MemberSessionOutcome.Refused;

/** Takes the proof of a member's phone; every proof must be later than the one before. */
@Singleton
public class OpenMemberSession {

  private final RowScope rowScope;
  private final DeviceRepository devices;
  private final DeviceProofs proofs;

  OpenMemberSession(RowScope rowScope, DeviceRepository devices, DeviceProofs proofs) {
    this.rowScope = rowScope;
    this.devices = devices;
    this.proofs = proofs;
  }

  @Transactional
  public MemberSessionOutcome open(String proof) {
    Claimed claimed = proofs.read(proof).orElse(null);
    DeviceRow device = claimed == null ? null : find(claimed.issuer()).orElse(null);
    if (claimed == null || device == null || !isSigned(claimed, device)) {
      return new Refused(Reason.PROOF_REFUSED);
    }
    if (device.revokedAt() != null) {
      return new Refused(Reason.DEVICE_REVOKED);
    }
    return devices.markProof(device.id(), claimed.madeAt()) == 1
        ? new Opened(device.personId(), device.id())
        : new Refused(Reason.PROOF_REFUSED);
  }

  private static boolean isSigned(Claimed claimed, DeviceRow device) {
    DeviceKey key = device.key(CredentialKind.DOOR);
    return claimed.isSignedBy(key.x(), key.y());
  }

  private Optional<DeviceRow> find(String issuer) {
    if (!issuer.matches("[0-9a-f-]{36}")) {
      return Optional.empty();
    }
    UUID id = UUID.fromString(issuer);
    return devices
        .findOwner(id)
        .flatMap(
            owner -> {
              rowScope.person(owner);
              return devices.findById(id);
            });
  }
}
