package org.profbilet.notifications.campaigns;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.NotYours;
import org.profbilet.organisations.Organisations;

/** Reads campaigns and how far they are. */
@Singleton
public class Campaigns {

  private final CampaignRepository campaigns;
  private final Organisations organisations;

  Campaigns(CampaignRepository campaigns, Organisations organisations) {
    this.campaigns = campaigns;
    this.organisations = organisations;
  }

  /** The newest hundred. */
  public List<Campaign> listOf(UUID organisationId) {
    return campaigns.listOf(organisationId).stream().map(CampaignRow::campaign).toList();
  }

  /** Those that wait for a second person, of the organisation and of all below it. */
  public List<Campaign> listWaiting(UUID organisationId) {
    return campaigns.listWaiting(organisationId).stream().map(CampaignRow::campaign).toList();
  }

  /**
   * @throws NotYours where it is not one of this organisation
   */
  public Campaign get(UUID organisationId, UUID id) {
    return find(id)
        .filter(one -> one.organisationId().equals(organisationId))
        .orElseThrow(NotYours::new);
  }

  /**
   * @throws NotYours where it is of no organisation at or below this one, or was never sent off
   */
  public Campaign getToApprove(UUID organisationId, UUID id) {
    return find(id)
        .filter(one -> one.sentBy() != null)
        .filter(one -> organisations.isWithin(one.organisationId(), organisationId))
        .orElseThrow(NotYours::new);
  }

  public List<ProgressLine> progressOf(UUID id) {
    return campaigns.progress(id);
  }

  private Optional<Campaign> find(UUID id) {
    return campaigns.findById(id).map(CampaignRow::campaign);
  }
}
