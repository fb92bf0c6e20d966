package org.profbilet.contract.member;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

/** Where the member's device can be pushed to. Registering is no consent to messages. */
@Tag(name = "member")
public interface PushTargetApi {

  @Operation(operationId = "showPushSettings", summary = "What a page needs to subscribe")
  @Get("/v1/member/push-targets")
  PushSettings show();

  @Operation(
      operationId = "registerPushTarget",
      summary = "Register this device, at every start again")
  @Put("/v1/member/push-targets")
  HttpResponse<?> register(@Body @Valid PushTargetRegistration registration);

  @Operation(
      operationId = "removePushTarget",
      summary = "This device is pushed to no more; a repeat changes nothing")
  @Post("/v1/member/push-targets/removals")
  HttpResponse<?> remove(@Body @Valid PushTargetRegistration registration);
}
