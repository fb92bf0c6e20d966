package org.profbilet.api.open;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import org.profbilet.api.problem.Refusal;
import org.profbilet.contract.open.UnsubscribeApi;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.notifications.unsubscribe.Unsubscribe;
import org.profbilet.notifications.wording.Wording;

/**
 * A mail program posts; a person who follows the link gets a button first, because scanners of mail
 * open every link and must stop nothing.
 */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
class UnsubscribeController implements UnsubscribeApi {

  private final Unsubscribe unsubscribe;
  private final Wording wording;

  UnsubscribeController(Unsubscribe unsubscribe, Wording wording) {
    this.unsubscribe = unsubscribe;
    this.wording = wording;
  }

  /** The form posts to the very address it stands at, token included. */
  @Get("/v1/open/unsubscribe")
  @Produces(MediaType.TEXT_HTML)
  @Hidden
  HttpResponse<String> ask(@QueryValue String token) {
    String button = wording.text(Wording.RUSSIAN, "unsubscribe.button");
    return page(
        unsubscribe.isOfAds(token) ? "unsubscribe.question-ads" : "unsubscribe.question",
        "<form method=\"post\"><button>" + button + "</button></form>");
  }

  @Override
  @Consumes(MediaType.ALL)
  @Produces(MediaType.TEXT_HTML)
  public HttpResponse<String> stop(@QueryValue String token) {
    return switch (unsubscribe.byLink(token)) {
      case STOPPED -> page("unsubscribe.done", "");
      case ADS_STOPPED -> page("unsubscribe.done-ads", "");
      case UNKNOWN_LINK -> throw new Refusal(ProblemType.NOT_FOUND);
    };
  }

  private HttpResponse<String> page(String key, String rest) {
    String text = wording.text(Wording.RUSSIAN, key);
    return HttpResponse.ok(
            "<!doctype html><html lang=\"ru\"><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>"
                + text
                + "</title><h1>"
                + text
                + "</h1>"
                + rest
                + "</html>")
        .contentType("text/html; charset=utf-8");
  }
}
