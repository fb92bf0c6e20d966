package org.profbilet.meetings.scans;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.profbilet.meetings.CheckInList;

/** Keeps what does not fit together, so that it is always what the facts come to. */
@Singleton
class Conflicts {

  private final ConflictRepository conflicts;
  private final Clock clock;

  Conflicts(ConflictRepository conflicts, Clock clock) {
    this.conflicts = conflicts;
    this.clock = clock;
  }

  /** All findings about one person on a list; what is not among them any more was explained. */
  void keep(CheckInList list, UUID personId, List<Finding> findings) {
    String found = findings.stream().map(Finding::toString).collect(Collectors.joining(","));
    conflicts.markExplained(list.id(), personId, found, clock.instant());
    findings.forEach(finding -> note(list, personId, finding));
  }

  /** Of a scan that led to nobody. */
  void note(CheckInList list, @Nullable UUID personId, Finding finding) {
    conflicts.insert(
        UuidCreator.getTimeOrderedEpoch(),
        list.meetingId(),
        list.organisationId(),
        list.id(),
        finding.scanId(),
        personId,
        finding.kind().name(),
        clock.instant());
  }

  /** Numbers of a device that never arrived; none: the gap was filled. */
  void noteGap(CheckInList list, UUID deviceId, List<Long> missing) {
    if (missing.isEmpty()) {
      conflicts.markFilled(deviceId, clock.instant());
      return;
    }
    conflicts.insertGap(
        UuidCreator.getTimeOrderedEpoch(),
        list.meetingId(),
        list.organisationId(),
        deviceId,
        missing.stream().map(String::valueOf).collect(Collectors.joining(", ")),
        clock.instant());
  }
}
