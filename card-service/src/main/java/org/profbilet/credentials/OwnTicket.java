package org.profbilet.credentials;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.contract.credential.CredentialKind;
import org.profbilet.credentials.RenewOutcome.DeviceRevoked;
import org.profbilet.credentials.RenewOutcome.Refused;
import org.profbilet.credentials.RenewOutcome.Renewed;

/** What a member asks for from her own phone. */
@Singleton
public class OwnTicket {

  private final RowScope rowScope;
  private final DeviceRepository devices;
  private final HolderRepository holders;
  private final MemberCards cards;
  private final Issuing issuing;
  private final Clock clock;

  OwnTicket(
      RowScope rowScope,
      DeviceRepository devices,
      HolderRepository holders,
      MemberCards cards,
      Issuing issuing,
      Clock clock) {
    this.rowScope = rowScope;
    this.devices = devices;
    this.holders = holders;
    this.cards = cards;
    this.issuing = issuing;
    this.clock = clock;
  }

  /** Asked at every request: a phone that was revoked is silent at once. */
  @Transactional
  public boolean isTrusted(UUID personId, UUID deviceId) {
    return trusted(personId, deviceId).isPresent();
  }

  /**
   * Names the key that a phone signs in with: evidence of who decided something in its session.
   *
   * @return its RFC 7638 thumbprint
   * @throws NotYours where this is no trusted phone of hers
   */
  @Transactional
  public String keyOf(UUID personId, UUID deviceId) {
    return trusted(personId, deviceId)
        .map(device -> device.key(CredentialKind.DOOR).thumbprint())
        .orElseThrow(NotYours::new);
  }

  @Transactional
  public MemberCard show(UUID personId) {
    rowScope.person(personId);
    return cards.of(holder(personId));
  }

  /** Her trusted phones, the newest first. */
  @Transactional
  public List<OwnPhone> listPhones(UUID personId) {
    rowScope.person(personId);
    return devices.listPhones(personId);
  }

  /** Fresh credentials for the phone, or those it has while they are fresh and right. */
  @Transactional
  public RenewOutcome renew(UUID personId, UUID deviceId) {
    Optional<DeviceRow> device = trusted(personId, deviceId);
    if (device.isEmpty()) {
      return new DeviceRevoked();
    }
    devices.lock(deviceId);
    Holder holder = holder(personId);
    return NotEligible.of(holder)
        .<RenewOutcome>map(Refused::new)
        .orElseGet(() -> new Renewed(issuing.issue(holder, device.get())));
  }

  private Optional<DeviceRow> trusted(UUID personId, UUID deviceId) {
    rowScope.person(personId);
    return devices.findById(deviceId).filter(device -> device.revokedAt() == null);
  }

  private Holder holder(UUID personId) {
    return holders.findById(personId, Days.today(clock)).orElseThrow(NotYours::new);
  }
}
