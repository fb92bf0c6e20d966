package org.profbilet.contract.open;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The way out that every letter carries (RFC 8058): the token of the letter is the only key. */
@Tag(name = "open")
public interface UnsubscribeApi {

  @Operation(
      operationId = "unsubscribe",
      summary = "Stop the channel of this letter; acts at once, twice is once")
  @Post("/v1/open/unsubscribe")
  @Consumes(MediaType.ALL)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> stop(@QueryValue String token);
}
