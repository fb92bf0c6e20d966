package org.profbilet.contract.member;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.chair.ConsentPurpose;
import org.profbilet.contract.chair.MessageChannel;

/** Newest first. */
@Serdeable
public record OwnConsentHistory(List<Line> lines) {

  public OwnConsentHistory {
    lines = List.copyOf(lines);
  }

  /**
   * @param state GIVEN, REFUSED, WITHDRAWN, or UNKNOWN where a rule ended it (an open list)
   * @param form PAPER, ELECTRONIC or RULE (an open list)
   * @param cause PHONE_CHANGED or TEXT_REPLACED (an open list); null for decisions
   * @param evidence PHONE or LINK (an open list) of an electronic decision; else null
   */
  @Serdeable
  public record Line(
      ConsentPurpose purpose,
      @Nullable MessageChannel channel,
      String state,
      LocalDate signedOn,
      String form,
      @Nullable String cause,
      @Nullable String evidence,
      String textVersion,
      String textSha256,
      Instant recordedAt) {}
}
