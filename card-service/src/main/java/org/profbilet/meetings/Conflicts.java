package org.profbilet.meetings;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.ScanOutcome;
import org.profbilet.contract.scanner.ScanReason;

/** Notes where a device and the server, or two doors, have told a person different things. */
@Singleton
class Conflicts {

  private final ScanRepository scans;
  private final Clock clock;

  Conflicts(ScanRepository scans, Clock clock) {
    this.scans = scans;
    this.clock = clock;
  }

  enum Kind {
    /** Two doors apart from each other admitted one person. */
    DOUBLE_ADMISSION,
    /** The device did not know yet that the credential or the membership had ended. */
    REVOKED_ADMITTED,
    /** The server refused, and its answer was lost or never asked for. */
    SERVER_REFUSED_DEVICE_ADMITTED
  }

  /** A person is in the room whom the server would not have let in. */
  void noteAdmission(ScanRow scan, @Nullable ScanOutcome deviceOutcome) {
    if (deviceOutcome == ScanOutcome.ADMITTED && scan.outcome() == ScanOutcome.REFUSED) {
      Kind kind =
          isRevocation(scan.reason()) ? Kind.REVOKED_ADMITTED : Kind.SERVER_REFUSED_DEVICE_ADMITTED;
      note(scan, scan.id(), kind);
    }
  }

  /** Who was admitted twice is one person, and whether it was one is for the registrar. */
  void noteDoubles(ScanRow scan, UUID personId, Presence presence) {
    String doubles =
        presence.doubled().stream().map(UUID::toString).collect(Collectors.joining(","));
    scans.markExplained(scan.listId(), personId, doubles, clock.instant());
    for (UUID doubled : presence.doubled()) {
      note(scan, doubled, Kind.DOUBLE_ADMISSION);
    }
  }

  private void note(ScanRow scan, UUID scanId, Kind kind) {
    scans.insertConflict(
        UuidCreator.getTimeOrderedEpoch(),
        scan.meetingId(),
        scan.organisationId(),
        scan.listId(),
        scanId,
        scan.personId(),
        kind.name(),
        clock.instant());
  }

  private static boolean isRevocation(ScanReason reason) {
    return reason == ScanReason.CARD_REVOKED
        || reason == ScanReason.CARD_BLOCKED
        || reason == ScanReason.MEMBERSHIP_ENDED;
  }
}
