package org.profbilet.credentials;

import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Access;
import org.profbilet.access.NotYours;
import org.profbilet.access.Right;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;

/** Ends what a phone holds: it was lost or given away. */
@Singleton
public class RevokeDevice {

  private final Access access;
  private final RowScope rowScope;
  private final HolderRepository holders;
  private final DeviceRepository devices;
  private final CredentialRepository credentials;
  private final ApplicationEventPublisher<PhoneEnded> facts;
  private final Audit audit;
  private final Clock clock;

  RevokeDevice(
      Access access,
      RowScope rowScope,
      HolderRepository holders,
      DeviceRepository devices,
      CredentialRepository credentials,
      ApplicationEventPublisher<PhoneEnded> facts,
      Audit audit,
      Clock clock) {
    this.access = access;
    this.rowScope = rowScope;
    this.holders = holders;
    this.devices = devices;
    this.credentials = credentials;
    this.facts = facts;
    this.audit = audit;
    this.clock = clock;
  }

  /** By the member herself, from any of her phones. */
  @Transactional
  public void byMember(UUID personId, UUID deviceId) {
    rowScope.person(personId);
    revoke(null, devices.findById(deviceId).orElseThrow(NotYours::new));
  }

  /**
   * All phones of a member, by her chair: «телефон потерян».
   *
   * @return how many were trusted until now
   * @throws NotYours where the chair does not act for the primary, or the person is not on its
   *     books
   */
  @Transactional
  public int byChair(UUID accountId, UUID primaryId, UUID personId) {
    access.allow(accountId, primaryId, Right.PRINT_SLIPS);
    rowScope.primary(primaryId);
    if (holders.findById(personId, Days.today(clock)).isEmpty()) {
      throw new NotYours();
    }
    return revokeAll(accountId, personId);
  }

  private int revokeAll(UUID accountId, UUID personId) {
    List<UUID> trusted = devices.listTrusted(personId);
    for (UUID id : trusted) {
      revoke(accountId, devices.findById(id).orElseThrow());
    }
    return trusted.size();
  }

  private void revoke(@Nullable UUID accountId, DeviceRow device) {
    if (devices.markRevoked(device.id(), clock.instant()) == 1) {
      credentials.markInvalid(device.id());
      facts.publishEvent(new PhoneEnded(device.personId()));
      audit.record(accountId, device.primaryId(), "DEVICE_REVOKED", device.id(), Map.of());
    }
  }
}
