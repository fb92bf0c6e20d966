package org.profbilet.meetings.devices;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.credentials.DeviceProofs;
import org.profbilet.meetings.CheckInList;
import org.profbilet.meetings.Lists;

/** Turns an invitation into a device: once, within a day, for a phone that holds its key. */
@Singleton
public class EnrolDevice {

  /** After the doors have closed a phone may still deliver what it scanned without a network. */
  static final Duration DELIVERY = Duration.ofHours(24);

  private final DeviceRepository devices;
  private final Lists lists;
  private final DeviceProofs proofs;
  private final RowScope scope;
  private final Audit audit;
  private final Clock clock;

  EnrolDevice(
      DeviceRepository devices,
      Lists lists,
      DeviceProofs proofs,
      RowScope scope,
      Audit audit,
      Clock clock) {
    this.devices = devices;
    this.lists = lists;
    this.proofs = proofs;
    this.scope = scope;
    this.audit = audit;
    this.clock = clock;
  }

  /** What became of the code. */
  public sealed interface Outcome {

    record Enrolled(UUID deviceId, String door, DeviceRow.Role role, Instant validUntil)
        implements Outcome {}

    record Refused(Reason reason) implements Outcome {}
  }

  /** Why a phone is not taken. */
  public enum Reason {
    INVITATION_UNKNOWN,
    INVITATION_USED,
    INVITATION_EXPIRED,
    PROOF_REFUSED
  }

  @Transactional
  public Outcome enrol(String code, String keyX, String keyY, @Nullable String name, String proof) {
    DeviceProofs.Claimed claimed = proofs.read(proof).orElse(null);
    if (claimed == null || !claimed.issuer().equals(code) || !claimed.isSignedBy(keyX, keyY)) {
      return new Outcome.Refused(Reason.PROOF_REFUSED);
    }
    InvitationRow invitation = devices.lockInvitation(new InvitationCode(code).hash()).orElse(null);
    if (invitation == null) {
      return new Outcome.Refused(Reason.INVITATION_UNKNOWN);
    }
    if (invitation.usedAt() != null) {
      return new Outcome.Refused(Reason.INVITATION_USED);
    }
    Instant now = clock.instant();
    scope.meeting(invitation.meetingId());
    Instant validUntil = validUntil(invitation);
    if (!now.isBefore(invitation.expiresAt()) || !now.isBefore(validUntil)) {
      return new Outcome.Refused(Reason.INVITATION_EXPIRED);
    }
    return enrol(invitation, validUntil, keyX, keyY, name, claimed.madeAt(), now);
  }

  private Outcome enrol(
      InvitationRow invitation,
      Instant validUntil,
      String keyX,
      String keyY,
      @Nullable String name,
      long provedAt,
      Instant now) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    String shownName = name == null || name.isBlank() ? "Телефон" : name.strip();
    devices.markUsed(invitation.id(), now);
    devices.save(
        new DeviceRow(
            id,
            invitation.meetingId(),
            invitation.id(),
            shownName,
            invitation.door(),
            keyX,
            keyY,
            now,
            validUntil,
            null,
            provedAt,
            now,
            invitation.role(),
            invitation.lists(),
            null,
            null,
            null,
            null));
    audit.record(
        null,
        lists.of(invitation.meetingId()).get(0).organisationId(),
        "DEVICE_ENROLLED",
        id,
        Map.of("meeting", invitation.meetingId().toString()));
    return new Outcome.Enrolled(id, invitation.door(), invitation.role(), validUntil);
  }

  /** The end of the shift, at the latest a day after the last list of the meeting has closed. */
  private Instant validUntil(InvitationRow invitation) {
    Instant latest =
        lists.of(invitation.meetingId()).stream()
            .map(CheckInList::closesAt)
            .max(Comparator.naturalOrder())
            .orElseThrow()
            .plus(DELIVERY);
    Instant asked = invitation.validUntil();
    return asked == null || asked.isAfter(latest) ? latest : asked;
  }
}
