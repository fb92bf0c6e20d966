package org.profbilet.api.chair;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
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
import org.profbilet.contract.chair.CampaignApi;
import org.profbilet.contract.chair.CampaignLine;
import org.profbilet.contract.chair.CampaignPreview;
import org.profbilet.contract.chair.CampaignTemplate;
import org.profbilet.contract.chair.CampaignTest;
import org.profbilet.contract.chair.CampaignView;
import org.profbilet.contract.chair.NewCampaign;
import org.profbilet.notifications.campaigns.CampaignOutcome;
import org.profbilet.notifications.campaigns.Campaigns;
import org.profbilet.notifications.campaigns.PreviewCampaign;
import org.profbilet.notifications.campaigns.ReadyWords;
import org.profbilet.notifications.campaigns.SendCampaign;
import org.profbilet.notifications.campaigns.StopCampaign;
import org.profbilet.notifications.campaigns.TestCampaign;
import org.profbilet.notifications.campaigns.WriteCampaign;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class CampaignController implements CampaignApi {

  private final Campaigns campaigns;
  private final WriteCampaign writeCampaign;
  private final PreviewCampaign previewCampaign;
  private final TestCampaign testCampaign;
  private final SendCampaign sendCampaign;
  private final StopCampaign stopCampaign;
  private final ReadyWords readyWords;
  private final CampaignViews views;
  private final Access access;
  private final Caller caller;

  CampaignController(
      Campaigns campaigns,
      WriteCampaign writeCampaign,
      PreviewCampaign previewCampaign,
      TestCampaign testCampaign,
      SendCampaign sendCampaign,
      StopCampaign stopCampaign,
      ReadyWords readyWords,
      CampaignViews views,
      Access access,
      Caller caller) {
    this.campaigns = campaigns;
    this.writeCampaign = writeCampaign;
    this.previewCampaign = previewCampaign;
    this.testCampaign = testCampaign;
    this.sendCampaign = sendCampaign;
    this.stopCampaign = stopCampaign;
    this.readyWords = readyWords;
    this.views = views;
    this.access = access;
    this.caller = caller;
  }

  @Override
  public List<CampaignTemplate> templates() {
    return readyWords.list().stream().map(CampaignViews::template).toList();
  }

  @Override
  public List<CampaignLine> list(UUID organisationId) {
    acting(organisationId);
    return campaigns.listOf(organisationId).stream().map(views::line).toList();
  }

  @Override
  public CampaignView write(
      UUID organisationId, @Header("Idempotency-Key") UUID key, @Body @Valid NewCampaign campaign) {
    Acting acting = acting(organisationId);
    return shown(acting, writeCampaign.create(acting, key, CampaignViews.draft(campaign)));
  }

  @Override
  public CampaignView show(UUID organisationId, UUID campaignId) {
    Acting acting = acting(organisationId);
    return views.of(campaigns.get(organisationId, campaignId), acting.accountId());
  }

  @Override
  public CampaignView change(
      UUID organisationId, UUID campaignId, @Body @Valid NewCampaign campaign) {
    Acting acting = acting(organisationId);
    return shown(acting, writeCampaign.change(acting, campaignId, CampaignViews.draft(campaign)));
  }

  @Override
  public CampaignPreview preview(UUID organisationId, UUID campaignId) {
    acting(organisationId);
    return CampaignViews.preview(previewCampaign.of(campaigns.get(organisationId, campaignId)));
  }

  @Override
  public HttpResponse<?> test(
      UUID organisationId, UUID campaignId, @Body @Valid CampaignTest test) {
    testCampaign.send(acting(organisationId), campaignId, test.ticketNumber(), test.birthDate());
    return HttpResponse.noContent();
  }

  @Override
  public CampaignView send(UUID organisationId, UUID campaignId) {
    Acting acting = acting(organisationId);
    return shown(acting, sendCampaign.send(acting, campaignId));
  }

  @Override
  public CampaignView pause(UUID organisationId, UUID campaignId) {
    Acting acting = acting(organisationId);
    return shown(acting, stopCampaign.pause(acting, campaignId));
  }

  @Override
  public CampaignView resume(UUID organisationId, UUID campaignId) {
    Acting acting = acting(organisationId);
    return shown(acting, stopCampaign.resume(acting, campaignId));
  }

  @Override
  public CampaignView cancel(UUID organisationId, UUID campaignId) {
    Acting acting = acting(organisationId);
    return shown(acting, stopCampaign.cancel(acting, campaignId));
  }

  private Acting acting(UUID organisationId) {
    return access.allow(caller.accountId(), organisationId, Right.SEND_CAMPAIGNS);
  }

  private CampaignView shown(Acting acting, CampaignOutcome outcome) {
    return views.of(CampaignViews.done(outcome), acting.accountId());
  }
}
