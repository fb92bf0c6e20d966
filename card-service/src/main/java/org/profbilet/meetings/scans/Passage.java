package org.profbilet.meetings.scans;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.chair.MeetingConflicts.Ruling;
import org.profbilet.contract.scanner.ScanOutcome;
import org.profbilet.contract.scanner.ScanReason;

/**
 * A scan as presence sees it: which way, when, and what the person was told.
 *
 * @param personId of the record that was scanned; another one where two records were made one
 * @param proof names the showing of a phone's code; absent where no phone was shown
 * @param isForced a registrar decided against the list
 * @param isLate delivered when its list had been closed
 * @param ruling what the registrar said about it
 * @param isTakenBack the door took it back
 */
@Introspected
record Passage(
    UUID scanId,
    UUID listId,
    UUID personId,
    UUID deviceId,
    String door,
    Instant effectiveAt,
    ScanOutcome outcome,
    ScanReason reason,
    ScanRow.Origin origin,
    @Nullable String proof,
    boolean isForced,
    boolean isClockUntrusted,
    boolean isQuarantined,
    boolean isLate,
    @Nullable ScanOutcome deviceOutcome,
    @Nullable Ruling ruling,
    boolean isTakenBack) {

  /** In which order things happened, whatever the order in which they were delivered. */
  static final Comparator<Passage> ORDER =
      Comparator.comparing(Passage::effectiveAt).thenComparing(Passage::scanId);

  /** What the person heard: a device that decided alone was the one she stood before. */
  ScanOutcome told() {
    return deviceOutcome == null ? outcome : deviceOutcome;
  }

  /** Whether it is a fact about who is inside at all. */
  boolean counts() {
    return !isTakenBack && ruling != Ruling.STRIKE && (!isQuarantined || ruling == Ruling.COUNT);
  }

  boolean isEntry() {
    return told() == ScanOutcome.ADMITTED
        || told() == ScanOutcome.DUPLICATE
        || ruling == Ruling.COUNT && outcome == ScanOutcome.ADMITTED;
  }

  boolean isExit() {
    return told() == ScanOutcome.EXITED;
  }

  boolean isDecidedByDevice() {
    return deviceOutcome != null;
  }
}
