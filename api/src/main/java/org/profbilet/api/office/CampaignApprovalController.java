package org.profbilet.api.office;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.access.Acting;
import org.profbilet.access.Right;
import org.profbilet.api.campaigns.CampaignViews;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.chair.CampaignLine;
import org.profbilet.contract.chair.CampaignView;
import org.profbilet.contract.office.CampaignApprovalApi;
import org.profbilet.contract.office.CampaignReturn;
import org.profbilet.notifications.campaigns.CampaignOutcome;
import org.profbilet.notifications.campaigns.Campaigns;
import org.profbilet.notifications.campaigns.SendCampaign;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class CampaignApprovalController implements CampaignApprovalApi {

  private final Campaigns campaigns;
  private final SendCampaign sendCampaign;
  private final CampaignViews views;
  private final Access access;
  private final Caller caller;

  CampaignApprovalController(
      Campaigns campaigns,
      SendCampaign sendCampaign,
      CampaignViews views,
      Access access,
      Caller caller) {
    this.campaigns = campaigns;
    this.sendCampaign = sendCampaign;
    this.views = views;
    this.access = access;
    this.caller = caller;
  }

  @Override
  public List<CampaignLine> list(UUID organisationId) {
    acting(organisationId);
    return campaigns.listWaiting(organisationId).stream().map(views::line).toList();
  }

  @Override
  public CampaignView show(UUID organisationId, UUID campaignId) {
    Acting acting = acting(organisationId);
    return views.of(campaigns.getToApprove(organisationId, campaignId), acting.accountId());
  }

  @Override
  public CampaignView approve(UUID organisationId, UUID campaignId) {
    Acting acting = acting(organisationId);
    return shown(acting, sendCampaign.approve(acting, campaignId));
  }

  @Override
  public CampaignView giveBack(
      UUID organisationId, UUID campaignId, @Body @Valid CampaignReturn reason) {
    Acting acting = acting(organisationId);
    return shown(acting, sendCampaign.giveBack(acting, campaignId, reason.reason()));
  }

  private Acting acting(UUID organisationId) {
    return access.allow(caller.accountId(), organisationId, Right.SEND_CAMPAIGNS);
  }

  private CampaignView shown(Acting acting, CampaignOutcome outcome) {
    return views.of(CampaignViews.done(outcome), acting.accountId());
  }
}
