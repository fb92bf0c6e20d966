package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.scanner.Counters;
import org.profbilet.contract.scanner.ListKind;
import org.profbilet.contract.scanner.ListSettings;
import org.profbilet.contract.scanner.RepeatPolicy;

/** The lists of a meeting, by their hours. */
@Serdeable
public record MeetingLists(List<Line> items) {

  public MeetingLists {
    items = List.copyOf(items);
  }

  /**
   * @param closedAt when the registration was ended before its hour
   */
  @Serdeable
  public record Line(
      UUID id,
      String name,
      ListKind kind,
      RepeatPolicy policy,
      Instant opensAt,
      Instant closesAt,
      @Nullable Instant closedAt,
      @Nullable String exclusiveGroup,
      ListSettings settings,
      Counters counters) {}
}
