package org.profbilet.contract.office;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;

/** Somebody lost her phone and her codes: one above her, or two of her own office, help. */
@Tag(name = "office")
public interface SecondFactorResetApi {

  @Operation(
      operationId = "askForSecondFactorReset",
      summary = "Say why; done at once from above, else it waits for a second person")
  @Post(
      "/v1/office/organisations/{organisationId}/appointments/{appointmentId}/second-factor-reset")
  ResetState ask(
      UUID organisationId,
      UUID appointmentId,
      @Header("Idempotency-Key") UUID key,
      @Body @Valid NewReset reset);

  @Operation(operationId = "listSecondFactorResets", summary = "What waits for a second person")
  @Get("/v1/office/organisations/{organisationId}/second-factor-resets")
  List<WaitingReset> list(UUID organisationId);

  @Operation(operationId = "confirmSecondFactorReset", summary = "The second person says so too")
  @Post("/v1/office/organisations/{organisationId}/second-factor-resets/{resetId}/confirm")
  ResetState confirm(UUID organisationId, UUID resetId);
}
