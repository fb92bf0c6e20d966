package org.profbilet.contract.office;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.UUID;
import org.profbilet.contract.chair.ConsentPurpose;

/** The words that members sign; the central council's. */
@Tag(name = "office")
public interface ConsentTextApi {

  @Operation(operationId = "listConsentTexts", summary = "Every version there is")
  @Get("/v1/office/organisations/{organisationId}/consent-texts")
  List<ConsentTextView> list(UUID organisationId);

  /** The same words again change nothing; a version never changes. */
  @Operation(operationId = "publishConsentText", summary = "Put new words in force from a day on")
  @Put("/v1/office/organisations/{organisationId}/consent-texts/{purpose}/{version}")
  List<ConsentTextView> publish(
      UUID organisationId,
      ConsentPurpose purpose,
      @Pattern(regexp = "[0-9A-Za-zА-Яа-я.-]{1,40}") String version,
      @Body @Valid ConsentTextPublication publication);
}
