package org.profbilet.contract.member;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** «Мои телефоны»: where my ticket is open. */
@Tag(name = "member")
public interface OwnPhonesApi {

  @Operation(operationId = "listOwnPhones", summary = "The phones that my ticket is open on")
  @Get("/v1/member/phones")
  OwnPhones list();

  @Operation(
      operationId = "endOwnPhone",
      summary = "End the ticket on a phone of mine, lost or given away; acts at once")
  @Delete("/v1/member/phones/{phoneId}")
  HttpResponse<?> end(UUID phoneId);
}
