package org.profbilet.api.open;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;

/**
 * Where QR codes lead when a phone's own camera opens them. What matters is behind the {@code #}: a
 * browser keeps it over the redirect and never sends it here.
 */
@Controller
@Hidden
@Secured(SecurityRule.IS_ANONYMOUS)
class LinkController {

  /** An activation slip opens the member's page. */
  @Get("/A")
  HttpResponse<?> activation() {
    return HttpResponse.seeOther(URI.create("/ticket"));
  }

  /** A door invitation opens the door's page. */
  @Get("/D")
  HttpResponse<?> door() {
    return HttpResponse.seeOther(URI.create("/door"));
  }

  /** A member's code, shown to somebody who is at no door. */
  @Get("/V")
  HttpResponse<?> ticket() {
    return HttpResponse.seeOther(URI.create("/ticket"));
  }

  /** A member's pass in a wallet, shown to a shop. */
  @Get("/W")
  HttpResponse<?> wallet() {
    return HttpResponse.seeOther(URI.create("/ticket?w"));
  }

  @Get("/")
  HttpResponse<?> home() {
    return HttpResponse.seeOther(URI.create("/ticket"));
  }
}
