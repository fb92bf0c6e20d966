package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/** Who is invited to a meeting. */
@Serdeable
public record ExpectedPeople(List<Line> items) {

  public ExpectedPeople {
    items = List.copyOf(items);
  }

  @Serdeable
  public record Line(
      UUID personId,
      String shortName,
      String category,
      boolean attention,
      boolean pendingWelcome,
      MandateState mandate) {
    @Override
    public String toString() {
      return "Line[" + personId + "]";
    }
  }
}
