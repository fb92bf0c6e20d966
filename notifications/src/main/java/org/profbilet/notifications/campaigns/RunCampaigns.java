package org.profbilet.notifications.campaigns;

import jakarta.inject.Singleton;
import java.util.UUID;

/** Tells running campaigns to their audience, and ends those that are over. */
@Singleton
public class RunCampaigns {

  private final CampaignRepository campaigns;
  private final FanOut fanOut;

  RunCampaigns(CampaignRepository campaigns, FanOut fanOut) {
    this.campaigns = campaigns;
    this.fanOut = fanOut;
  }

  /** Returns when every campaign is as far as it can be now. */
  public void run() {
    for (UUID campaign : campaigns.listToRun()) {
      while (fanOut.tell(campaign)) {
        // the next primaries
      }
      while (fanOut.end(campaign)) {
        // the next messages of a cancelled one
      }
    }
  }
}
