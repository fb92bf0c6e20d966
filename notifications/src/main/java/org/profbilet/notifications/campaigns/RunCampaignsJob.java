package org.profbilet.notifications.campaigns;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Runs campaigns again and again, where a dispatcher runs. */
@Singleton
@Requires(property = "profbilet.dispatcher.enabled", notEquals = "false")
class RunCampaignsJob {

  private final RunCampaigns campaigns;

  RunCampaignsJob(RunCampaigns campaigns) {
    this.campaigns = campaigns;
  }

  @Scheduled(fixedDelay = "${profbilet.dispatcher.every:2s}", initialDelay = "4s")
  void run() {
    campaigns.run();
  }
}
