package org.profbilet.meetings;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.credentials.DeviceProofs;

/** Turns an invitation into a device: once, within a day, for a phone that holds its key. */
@Singleton
public class EnrolDevice {

  /** After the doors have closed a phone may still deliver what it scanned without a network. */
  static final Duration DELIVERY = Duration.ofHours(24);

  private final DeviceRepository devices;
  private final MeetingRepository meetings;
  private final DeviceProofs proofs;
  private final RowScope scope;
  private final Audit audit;
  private final Clock clock;

  EnrolDevice(
      DeviceRepository devices,
      MeetingRepository meetings,
      DeviceProofs proofs,
      RowScope scope,
      Audit audit,
      Clock clock) {
    this.devices = devices;
    this.meetings = meetings;
    this.proofs = proofs;
    this.scope = scope;
    this.audit = audit;
    this.clock = clock;
  }

  /** What became of the code. */
  public sealed interface Outcome {

    record Enrolled(UUID deviceId, String door, Instant validUntil) implements Outcome {}

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
    CheckInList list = meetings.findList(invitation.meetingId()).orElseThrow();
    Instant validUntil = list.closesAt().plus(DELIVERY);
    if (!now.isBefore(invitation.expiresAt()) || !now.isBefore(validUntil)) {
      return new Outcome.Refused(Reason.INVITATION_EXPIRED);
    }
    return enrol(invitation, list, keyX, keyY, name, claimed.madeAt(), now);
  }

  private Outcome enrol(
      InvitationRow invitation,
      CheckInList list,
      String keyX,
      String keyY,
      @Nullable String name,
      long provedAt,
      Instant now) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    String shownName = name == null || name.isBlank() ? "Телефон" : name.strip();
    Instant validUntil = list.closesAt().plus(DELIVERY);
    devices.markUsed(invitation.id(), now);
    devices.save(
        new DeviceRow(
            id,
            list.meetingId(),
            invitation.id(),
            shownName,
            invitation.door(),
            keyX,
            keyY,
            now,
            validUntil,
            null,
            provedAt,
            now));
    audit.record(
        null,
        list.organisationId(),
        "DEVICE_ENROLLED",
        id,
        Map.of("meeting", list.meetingId().toString()));
    return new Outcome.Enrolled(id, invitation.door(), validUntil);
  }
}
