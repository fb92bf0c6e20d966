package org.profbilet.meetings.bundles;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.profbilet.meetings.CheckInList;
import org.profbilet.meetings.Hashes;

/** Names the state of a list, so that a device knows whether to download it again. */
@Singleton
public class BundleVersions {

  /** A list is confirmed at least so often, though nothing has changed: its age is shown. */
  private static final Duration TERM = Duration.ofHours(6);

  private final SealedRecords sealedRecords;
  private final Clock clock;

  BundleVersions(SealedRecords sealedRecords, Clock clock) {
    this.sealedRecords = sealedRecords;
    this.clock = clock;
  }

  public String of(CheckInList list) {
    Instant now = clock.instant();
    return of(list, sealedRecords.expected(list, list.dayOf(now)), now);
  }

  /** Of what the records are made of, for a device asks often and sealing thousands is work. */
  static String of(CheckInList list, SealedRecords.Expected expected, Instant madeAt) {
    String state =
        String.join(
            "|",
            list.id().toString(),
            list.name(),
            list.zone(),
            list.kind().name(),
            list.policy().name(),
            list.opensAt().toString(),
            list.closesAt().toString(),
            String.valueOf(list.exclusiveGroup()),
            list.settings().toString(),
            list.salt(),
            expected.text(),
            Long.toString(madeAt.getEpochSecond() / TERM.toSeconds()));
    return Hashes.hmac(list.handleKey(), state).substring(0, 16);
  }
}
