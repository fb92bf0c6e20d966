package org.profbilet.contract.chair;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;

/** Messages of an organisation to many. */
@Tag(name = "chair")
public interface CampaignApi {

  @Operation(operationId = "listCampaignTemplates", summary = "Words to begin with")
  @Get("/v1/chair/campaign-templates")
  List<CampaignTemplate> templates();

  @Operation(operationId = "listCampaigns", summary = "The newest hundred campaigns")
  @Get("/v1/chair/organisations/{organisationId}/campaigns")
  List<CampaignLine> list(UUID organisationId);

  @Operation(operationId = "writeCampaign", summary = "Write a draft; the key becomes its id")
  @Post("/v1/chair/organisations/{organisationId}/campaigns")
  CampaignView write(
      UUID organisationId, @Header("Idempotency-Key") UUID key, @Body @Valid NewCampaign campaign);

  @Operation(operationId = "showCampaign", summary = "A campaign and how far it is, in counts")
  @Get("/v1/chair/organisations/{organisationId}/campaigns/{campaignId}")
  CampaignView show(UUID organisationId, UUID campaignId);

  @Operation(operationId = "changeCampaign", summary = "Write a draft otherwise")
  @Put("/v1/chair/organisations/{organisationId}/campaigns/{campaignId}")
  CampaignView change(UUID organisationId, UUID campaignId, @Body @Valid NewCampaign campaign);

  @Operation(
      operationId = "previewCampaign",
      summary = "Whom it reaches by which channel, why others are left out, what SMS cost")
  @Get("/v1/chair/organisations/{organisationId}/campaigns/{campaignId}/preview")
  CampaignPreview preview(UUID organisationId, UUID campaignId);

  @Operation(
      operationId = "testCampaign",
      summary = "Send it to oneself, five times at most",
      description =
          "Needs one's own consent like any message. Whether it found anybody is not told.")
  @Post("/v1/chair/organisations/{organisationId}/campaigns/{campaignId}/test")
  HttpResponse<?> test(UUID organisationId, UUID campaignId, @Body @Valid CampaignTest test);

  @Operation(
      operationId = "sendCampaign",
      summary = "Send it off; for more than 1,000 people it waits for a second person")
  @Post("/v1/chair/organisations/{organisationId}/campaigns/{campaignId}/send")
  CampaignView send(UUID organisationId, UUID campaignId);

  @Operation(
      operationId = "pauseCampaign",
      summary = "Stop for now; after the answer nothing more leaves")
  @Post("/v1/chair/organisations/{organisationId}/campaigns/{campaignId}/pause")
  CampaignView pause(UUID organisationId, UUID campaignId);

  @Operation(operationId = "resumeCampaign", summary = "Go on after a pause")
  @Post("/v1/chair/organisations/{organisationId}/campaigns/{campaignId}/resume")
  CampaignView resume(UUID organisationId, UUID campaignId);

  @Operation(
      operationId = "cancelCampaign",
      summary = "Stop for ever; after the answer nothing more leaves")
  @Post("/v1/chair/organisations/{organisationId}/campaigns/{campaignId}/cancel")
  CampaignView cancel(UUID organisationId, UUID campaignId);
}
