package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.ScanOutcome;
import org.profbilet.contract.scanner.ScanReason;
import org.profbilet.contract.scanner.ScanType;

/**
 * @param next for {@code before} of the next page; absent on the last
 */
@Serdeable
public record MeetingScans(List<Line> items, @Nullable UUID next) {

  public MeetingScans {
    items = List.copyOf(items);
  }

  /**
   * @param shortName absent where no person could be named
   * @param origin ONLINE, OFFLINE or PAPER (an open list)
   * @param deviceOutcome what the phone told the person where it decided alone
   * @param conflict one of the open conflicts about it, where there is any (an open list)
   * @param takenBack it does not count any more
   * @param operator who held the phone, where she has said so
   */
  @Serdeable
  public record Line(
      UUID scanId,
      Instant effectiveAt,
      Instant receivedAt,
      String door,
      ScanType type,
      String origin,
      ScanOutcome outcome,
      ScanReason reason,
      @Nullable ScanOutcome deviceOutcome,
      @Nullable String shortName,
      @Nullable String conflict,
      boolean takenBack,
      @Nullable String operator) {
    @Override
    public String toString() {
      return "Line[" + scanId + "]";
    }
  }
}
