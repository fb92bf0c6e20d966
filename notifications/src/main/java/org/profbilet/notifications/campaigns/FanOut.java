package org.profbilet.notifications.campaigns;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One step of a campaign, in a transaction of its own; a killed process loses the step it was at.
 */
@Singleton
class FanOut {

  /** Some five thousand members; a pause waits for no more. */
  static final int PRIMARIES = 100;

  private static final int CLEARED_AT_ONCE = 5000;

  private final CampaignRepository campaigns;
  private final Clock clock;

  FanOut(CampaignRepository campaigns, Clock clock) {
    this.campaigns = campaigns;
    this.clock = clock;
  }

  /** True while more primaries are to be told. */
  @Transactional
  public boolean tell(UUID campaignId) {
    LocalDate today = LocalDate.now(clock.withZone(PreviewCampaign.MOSCOW));
    return campaigns.fanOut(campaignId, clock.instant(), today, PRIMARIES);
  }

  /** True while more messages are to be cleared away. */
  @Transactional
  public boolean end(UUID campaignId) {
    return campaigns.end(campaignId, clock.instant(), CLEARED_AT_ONCE);
  }
}
