package org.profbilet.api.open;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.credentials.wallets.AppleService;
import org.profbilet.credentials.wallets.AppleService.Changed;

/** Apple's own protocol, spoken by its wallets only; what it asks for is not ours to choose. */
@Controller("/v1/open/wallets/apple/v1")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(bean = AppleService.class)
class AppleWalletController {

  private static final String WORD = "ApplePass ";

  private final AppleService service;

  AppleWalletController(AppleService service) {
    this.service = service;
  }

  /** Where Apple's push service reaches the wallet. */
  @Serdeable
  record Registration(String pushToken) {
    @Override
    public String toString() {
      return "Registration[…]";
    }
  }

  /** What changed, and the tag of the next question. */
  @Serdeable
  record ChangedPasses(List<String> serialNumbers, String lastUpdated) {}

  @Post("/devices/{device}/registrations/{type}/{passId}")
  HttpResponse<?> register(
      String device,
      String type,
      UUID passId,
      @Header(HttpHeaders.AUTHORIZATION) @Nullable String word,
      @Body Registration registration) {
    boolean known =
        service.isOurs(type)
            && service.register(passId, word(word), device, registration.pushToken);
    return known ? HttpResponse.created(Map.of()) : HttpResponse.unauthorized();
  }

  @Delete("/devices/{device}/registrations/{type}/{passId}")
  HttpResponse<?> unregister(
      String device,
      String type,
      UUID passId,
      @Header(HttpHeaders.AUTHORIZATION) @Nullable String word) {
    boolean known = service.isOurs(type) && service.unregister(passId, word(word), device);
    return known ? HttpResponse.ok() : HttpResponse.unauthorized();
  }

  @Get("/devices/{device}/registrations/{type}")
  HttpResponse<?> changed(
      String device, String type, @QueryValue @Nullable Instant passesUpdatedSince) {
    Instant since = passesUpdatedSince == null ? Instant.EPOCH : passesUpdatedSince;
    List<Changed> changed = service.isOurs(type) ? service.listChanged(device, since) : List.of();
    return changed.isEmpty()
        ? HttpResponse.noContent()
        : HttpResponse.ok(
            new ChangedPasses(
                changed.stream().map(one -> one.passId().toString()).toList(),
                changed.get(changed.size() - 1).changedAt().toString()));
  }

  @Get("/passes/{type}/{passId}")
  HttpResponse<?> fetch(
      String type, UUID passId, @Header(HttpHeaders.AUTHORIZATION) @Nullable String word) {
    return service.isOurs(type)
        ? service
            .fetch(passId, word(word))
            .<HttpResponse<?>>map(
                file -> HttpResponse.ok(file).contentType("application/vnd.apple.pkpass"))
            .orElseGet(HttpResponse::unauthorized)
        : HttpResponse.unauthorized();
  }

  /** What a wallet complains of may hold anything: it is taken and not kept. */
  @Post("/log")
  HttpResponse<?> log() {
    return HttpResponse.ok();
  }

  private static String word(@Nullable String header) {
    return header != null && header.startsWith(WORD) ? header.substring(WORD.length()) : "";
  }
}
