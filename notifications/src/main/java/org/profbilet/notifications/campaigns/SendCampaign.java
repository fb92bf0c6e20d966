package org.profbilet.notifications.campaigns;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.audit.Audit;
import org.profbilet.notifications.campaigns.CampaignOutcome.Done;
import org.profbilet.notifications.campaigns.CampaignOutcome.Reason;
import org.profbilet.notifications.campaigns.CampaignOutcome.Refused;

/**
 * Sends a campaign off: at once to a thousand people or fewer, after the word of a second person to
 * more.
 */
@Singleton
public class SendCampaign {

  public static final int MOST_BY_ONE_PERSON = 1000;

  /** What could not be sent in this time is not sent late. */
  static final Duration LIFE = Duration.ofDays(3);

  private final CampaignRepository repository;
  private final Campaigns campaigns;
  private final PreviewCampaign preview;
  private final Audit audit;
  private final Clock clock;

  SendCampaign(
      CampaignRepository repository,
      Campaigns campaigns,
      PreviewCampaign preview,
      Audit audit,
      Clock clock) {
    this.repository = repository;
    this.campaigns = campaigns;
    this.preview = preview;
    this.audit = audit;
    this.clock = clock;
  }

  /** Asking twice is sending once. */
  @Transactional
  public CampaignOutcome send(Acting acting, UUID id) {
    Campaign campaign = hold(acting.organisationId(), id);
    if (campaign.state() != CampaignState.DRAFT) {
      return acting.accountId().equals(campaign.sentBy())
          ? new Done(campaign)
          : new Refused(Reason.WRONG_STATE);
    }
    int recipients = preview.of(campaign).audience();
    if (recipients == 0) {
      return new Refused(Reason.NOBODY_THERE);
    }
    boolean isForMany = recipients > MOST_BY_ONE_PERSON;
    repository.markSent(
        id,
        isForMany ? CampaignState.WAITING : CampaignState.RUNNING,
        acting.accountId(),
        clock.instant(),
        recipients,
        isForMany ? null : end(campaign));
    return done(acting, campaign, "CAMPAIGN_SENT_OFF", Map.of("recipients", recipients));
  }

  /** The second person acts for the same organisation or for one above it. */
  @Transactional
  public CampaignOutcome approve(Acting acting, UUID id) {
    Campaign campaign = holdToApprove(acting, id);
    if (campaign.state() != CampaignState.WAITING) {
      return new Refused(Reason.WRONG_STATE);
    }
    if (acting.accountId().equals(campaign.createdBy())
        || acting.accountId().equals(campaign.sentBy())) {
      return new Refused(Reason.SAME_PERSON);
    }
    repository.markApproved(id, acting.accountId(), clock.instant(), end(campaign));
    return done(acting, campaign, "CAMPAIGN_APPROVED", Map.of());
  }

  /** To be written otherwise; the reason stands on the draft. */
  @Transactional
  public CampaignOutcome giveBack(Acting acting, UUID id, String reason) {
    Campaign campaign = holdToApprove(acting, id);
    if (repository.markReturned(id, reason) != 1) {
      return new Refused(Reason.WRONG_STATE);
    }
    return done(acting, campaign, "CAMPAIGN_RETURNED", Map.of());
  }

  private Instant end(Campaign campaign) {
    Instant now = clock.instant();
    Instant begins = campaign.draft().beginsAt();
    return (begins == null || begins.isBefore(now) ? now : begins).plus(LIFE);
  }

  private Campaign hold(UUID organisationId, UUID id) {
    return repository
        .hold(id, organisationId)
        .map(CampaignRow::campaign)
        .orElseThrow(NotYours::new);
  }

  private Campaign holdToApprove(Acting acting, UUID id) {
    Campaign seen = campaigns.getToApprove(acting.organisationId(), id);
    return hold(seen.organisationId(), id);
  }

  private CampaignOutcome done(
      Acting acting, Campaign campaign, String deed, Map<String, Object> details) {
    audit.record(acting.accountId(), campaign.organisationId(), deed, campaign.id(), details);
    return new Done(campaigns.get(campaign.organisationId(), campaign.id()));
  }
}
