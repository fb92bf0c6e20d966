package org.profbilet.contract.office;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.profbilet.contract.chair.CampaignLine;
import org.profbilet.contract.chair.CampaignView;

/**
 * The second person's word on campaigns for more than 1,000 people, of an organisation and below.
 */
@Tag(name = "office")
public interface CampaignApprovalApi {

  @Operation(operationId = "listCampaignsToApprove", summary = "Campaigns that wait for a word")
  @Get("/v1/office/organisations/{organisationId}/campaigns-to-approve")
  List<CampaignLine> list(UUID organisationId);

  @Operation(operationId = "showCampaignToApprove", summary = "What it says and to whom")
  @Get("/v1/office/organisations/{organisationId}/campaigns-to-approve/{campaignId}")
  CampaignView show(UUID organisationId, UUID campaignId);

  @Operation(operationId = "approveCampaign", summary = "Let it go; not one's own")
  @Post("/v1/office/organisations/{organisationId}/campaigns-to-approve/{campaignId}/approve")
  CampaignView approve(UUID organisationId, UUID campaignId);

  @Operation(operationId = "returnCampaign", summary = "Give it back to be written otherwise")
  @Post("/v1/office/organisations/{organisationId}/campaigns-to-approve/{campaignId}/return")
  CampaignView giveBack(UUID organisationId, UUID campaignId, @Body @Valid CampaignReturn reason);
}
