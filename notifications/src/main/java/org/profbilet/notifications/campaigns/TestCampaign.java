package org.profbilet.notifications.campaigns;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.audit.Audit;

/**
 * Sends a campaign to its author alone, five times at most. She names herself as a member does, by
 * her ticket and her birth date; the message passes the consent gate like any other, and whether it
 * found her is not told here.
 */
@Singleton
public class TestCampaign {

  private final CampaignRepository repository;
  private final Campaigns campaigns;
  private final Audit audit;
  private final Clock clock;

  TestCampaign(CampaignRepository repository, Campaigns campaigns, Audit audit, Clock clock) {
    this.repository = repository;
    this.campaigns = campaigns;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public void send(Acting acting, UUID id, String ticketNumber, LocalDate birthDate) {
    campaigns.get(acting.organisationId(), id);
    repository.putTest(id, ticketNumber, birthDate, clock.instant());
    audit.record(acting.accountId(), acting.organisationId(), "CAMPAIGN_TESTED", id, Map.of());
  }
}
