package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What sending would do, in counts.
 *
 * @param audience how many members find it in their page
 * @param told how many of them are told by a channel too
 * @param needsApproval whether a second person must approve it
 */
@Serdeable
public record CampaignPreview(
    int audience, int told, boolean needsApproval, List<Way> ways, Sms sms) {

  public CampaignPreview {
    ways = List.copyOf(ways);
  }

  /**
   * @param reached whom the channel could reach
   * @param first for whom it is tried first
   */
  @Serdeable
  public record Way(MessageChannel channel, int reached, int first, List<LeftOut> leftOut) {
    public Way {
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * @param reason NO_CONSENT, REFUSED, WITHDRAWN, ADS_REFUSED, ADS_NOT_COVERED, MUTED, NO_ADDRESS,
   *     ADDRESS_DEAD, ADDRESS_NOT_VERIFIED, SAME_ADDRESS or NO_ROUTE (an open list)
   */
  @Serdeable
  public record LeftOut(String reason, int people) {}

  /**
   * @param parts of one message
   * @param priceKopecks of one part; 0 where nobody told the price
   * @param expectedKopecks if every push and every letter arrives
   * @param mostKopecks if none does
   */
  @Serdeable
  public record Sms(int parts, long priceKopecks, long expectedKopecks, long mostKopecks) {}
}
