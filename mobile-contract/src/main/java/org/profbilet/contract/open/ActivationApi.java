package org.profbilet.contract.open;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;

/** The way of a ticket onto a phone. */
@Tag(name = "open")
public interface ActivationApi {

  @Operation(
      operationId = "activateTicket",
      summary = "Open the ticket on this phone; every refusal looks alike")
  @Post("/v1/open/activations")
  TicketActivated activate(
      @Header("Idempotency-Key") UUID key, @Body @Valid TicketActivation activation);

  @Operation(
      operationId = "askForActivationCode",
      summary = "A code to an address on record; the answer tells nothing")
  @Post("/v1/open/activations/codes")
  HttpResponse<?> askForCode(@Body @Valid CodeRequest request);
}
