package org.profbilet.contract.office;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;

/** Messages that ended in vain. */
@Tag(name = "office")
public interface UndeliveredApi {

  @Operation(
      operationId = "listUndelivered",
      summary = "Messages of thirty days that did not arrive, by reason: numbers, no names")
  @Get("/v1/office/organisations/{organisationId}/undelivered")
  List<UndeliveredMessages> list(UUID organisationId);

  @Operation(
      operationId = "sendUndeliveredAgain",
      summary = "Send all messages of one reason again; a repeat finds none",
      description =
          "Every message passes the consent gate anew. One that may have arrived can arrive twice.")
  @Post("/v1/office/organisations/{organisationId}/undelivered/again")
  SentAgain again(UUID organisationId, @Body @Valid UndeliveredReason reason);
}
