package org.profbilet.contract.open;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

/** A login that was handed out on a slip becomes its person's. */
@Tag(name = "open")
public interface AccountApi {

  @Operation(
      operationId = "activateAccount",
      summary = "Choose one's own password with the code of a slip, once")
  @Post("/v1/open/accounts/activate")
  HttpResponse<?> activate(@Body @Valid AccountActivation activation);
}
