package org.profbilet.contract.member;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.chair.MessageCategory;
import org.profbilet.contract.chair.MessageChannel;

/**
 * @param lines newest first, at most 200
 */
@Serdeable
public record OwnSentMessages(List<Line> lines) {

  public OwnSentMessages {
    lines = List.copyOf(lines);
  }

  /**
   * One message by one channel.
   *
   * @param subject null for a notice of the register
   * @param kind CARD_ISSUED, CAMPAIGN or CAMPAIGN_TEST (an open list)
   * @param state PENDING, CLAIMED, ACCEPTED, DELIVERED, BOUNCED, UNCERTAIN, DEAD or WITHHELD
   * @param withheldReason why nothing was sent
   * @param consentSignedOn the day of the decision that allowed it; null where nothing was sent
   * @param consentForm PAPER or ELECTRONIC
   * @param consentText the version of the words that were agreed to
   */
  @Serdeable
  public record Line(
      Instant at,
      String kind,
      MessageCategory category,
      @Nullable String subject,
      MessageChannel channel,
      String state,
      @Nullable String withheldReason,
      @Nullable LocalDate consentSignedOn,
      @Nullable String consentForm,
      @Nullable String consentText) {}
}
