package org.profbilet.notifications.campaigns;

import static org.profbilet.notifications.campaigns.CampaignState.CANCELLED;
import static org.profbilet.notifications.campaigns.CampaignState.DONE;
import static org.profbilet.notifications.campaigns.CampaignState.PAUSED;
import static org.profbilet.notifications.campaigns.CampaignState.RUNNING;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.audit.Audit;
import org.profbilet.notifications.campaigns.CampaignOutcome.Done;
import org.profbilet.notifications.campaigns.CampaignOutcome.Reason;
import org.profbilet.notifications.campaigns.CampaignOutcome.Refused;

/**
 * Pauses, resumes and cancels a campaign. When a pause or a cancellation has returned, no hand-over
 * of the campaign is under way and none begins; it waits for those that are, five seconds at most.
 */
@Singleton
public class StopCampaign {

  private final CampaignRepository repository;
  private final Campaigns campaigns;
  private final Audit audit;

  StopCampaign(CampaignRepository repository, Campaigns campaigns, Audit audit) {
    this.repository = repository;
    this.campaigns = campaigns;
    this.audit = audit;
  }

  @Transactional
  public CampaignOutcome pause(Acting acting, UUID id) {
    return change(acting, id, EnumSet.of(RUNNING), PAUSED, "CAMPAIGN_PAUSED");
  }

  @Transactional
  public CampaignOutcome resume(Acting acting, UUID id) {
    return change(acting, id, EnumSet.of(PAUSED), RUNNING, "CAMPAIGN_RESUMED");
  }

  /** For ever. */
  @Transactional
  public CampaignOutcome cancel(Acting acting, UUID id) {
    return change(
        acting,
        id,
        EnumSet.complementOf(EnumSet.of(CANCELLED, DONE)),
        CANCELLED,
        "CAMPAIGN_CANCELLED");
  }

  /** Asking twice is asking once. */
  private CampaignOutcome change(
      Acting acting, UUID id, Set<CampaignState> from, CampaignState to, String deed) {
    campaigns.get(acting.organisationId(), id);
    repository.stopAll(id);
    Campaign campaign =
        repository
            .hold(id, acting.organisationId())
            .map(CampaignRow::campaign)
            .orElseThrow(NotYours::new);
    if (campaign.state() == to) {
      return new Done(campaign);
    }
    if (!from.contains(campaign.state())) {
      return new Refused(Reason.WRONG_STATE);
    }
    repository.markState(id, to);
    audit.record(acting.accountId(), campaign.organisationId(), deed, id, Map.of());
    return new Done(campaigns.get(campaign.organisationId(), id));
  }
}
