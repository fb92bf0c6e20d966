package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may hold the phones at the doors of a meeting. */
@Serdeable
public record MeetingOperators(List<Line> items) {

  public MeetingOperators {
    items = List.copyOf(items);
  }

  /**
   * @param endedAt since when the pin is good no longer
   */
  @Serdeable
  public record Line(UUID id, String name, Instant addedAt, @Nullable Instant endedAt) {
    @Override
    public String toString() {
      return "Line[" + id + "]";
    }
  }
}
