package org.profbilet.meetings;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;

/** Names the state of a list, so that a device knows whether to download it again. */
@Singleton
class BundleVersions {

  /** A list is confirmed at least so often, though nothing has changed: its age is shown. */
  private static final Duration TERM = Duration.ofHours(6);

  private final SealedRecords sealedRecords;
  private final Clock clock;

  BundleVersions(SealedRecords sealedRecords, Clock clock) {
    this.sealedRecords = sealedRecords;
    this.clock = clock;
  }

  String of(CheckInList list) {
    return of(list, sealedRecords.of(list, list.dayOf(clock.instant())), clock.instant());
  }

  static String of(CheckInList list, SortedMap<String, String> records, Instant madeAt) {
    String state =
        String.join(
            "|",
            list.id().toString(),
            list.title(),
            list.zone(),
            list.kind().name(),
            list.policy().name(),
            list.opensAt().toString(),
            list.closesAt().toString(),
            SealedRecords.digest(records),
            Long.toString(madeAt.getEpochSecond() / TERM.toSeconds()));
    return Hashes.sha256(state).substring(0, 16);
  }
}
