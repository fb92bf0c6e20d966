package org.profbilet.meetings;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.ScanOutcome;

/** A scan as presence sees it: which way, when, and what the person was told. */
@Introspected
record Passage(
    UUID scanId,
    UUID deviceId,
    String door,
    Instant effectiveAt,
    Instant receivedAt,
    ScanOutcome outcome,
    @Nullable ScanOutcome deviceOutcome) {

  /** In which order things happened, whatever the order in which they were delivered. */
  static final Comparator<Passage> ORDER =
      Comparator.comparing(Passage::effectiveAt)
          .thenComparing(Passage::receivedAt)
          .thenComparing(Passage::scanId);

  /** What the person heard: a device that decided alone was the one she stood before. */
  ScanOutcome told() {
    return deviceOutcome == null ? outcome : deviceOutcome;
  }

  boolean isEntry() {
    return told() == ScanOutcome.ADMITTED || told() == ScanOutcome.DUPLICATE;
  }

  boolean isExit() {
    return told() == ScanOutcome.EXITED;
  }

  /** The server sees no reason why she should not be inside. */
  boolean isUndisputed() {
    return outcome == ScanOutcome.ADMITTED || outcome == ScanOutcome.DUPLICATE;
  }
}
