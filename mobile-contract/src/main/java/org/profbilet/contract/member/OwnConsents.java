package org.profbilet.contract.member;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.chair.ConsentPurpose;
import org.profbilet.contract.chair.MessageChannel;

/** One line for every purpose, and for every channel of MESSAGES. */
@Serdeable
public record OwnConsents(List<Line> lines) {

  public OwnConsents {
    lines = List.copyOf(lines);
  }

  /**
   * @param state UNKNOWN, GIVEN, REFUSED or WITHDRAWN (an open list)
   * @param form PAPER or ELECTRONIC; null where nothing is decided
   */
  @Serdeable
  public record Line(
      ConsentPurpose purpose,
      @Nullable MessageChannel channel,
      String state,
      @Nullable LocalDate signedOn,
      @Nullable String form) {}
}
