package org.profbilet.contract.open;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

/** A shop, a museum, a partner: is this a member? A ticket number is no question here. */
@Tag(name = "open")
public interface CheckApi {

  @Operation(
      operationId = "checkShownCode",
      summary = "Whether the code that was shown is a member's; her initials and nothing else")
  @Post("/v1/open/checks")
  CheckAnswer check(@Body @Valid ShownCode code);
}
