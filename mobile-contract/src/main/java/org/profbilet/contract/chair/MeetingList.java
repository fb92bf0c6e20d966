package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.profbilet.contract.scanner.ListKind;

/** Meetings, newest first. */
@Serdeable
public record MeetingList(List<Line> items) {

  public MeetingList {
    items = List.copyOf(items);
  }

  @Serdeable
  public record Line(
      UUID id,
      String title,
      ListKind kind,
      Instant opensAt,
      Instant closesAt,
      String zone,
      int present) {}
}
