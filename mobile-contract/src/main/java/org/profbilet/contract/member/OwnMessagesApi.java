package org.profbilet.contract.member;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;

/** «Сообщения». */
@Tag(name = "member")
public interface OwnMessagesApi {

  @Operation(
      operationId = "listOwnMessages",
      summary = "Messages for me; no consent is needed to read them here")
  @Get("/v1/member/messages")
  OwnMessages list();

  @Operation(operationId = "countUnreadMessages", summary = "How many messages I did not open yet")
  @Get("/v1/member/messages/unread")
  OwnUnread countUnread();

  @Operation(
      operationId = "readMessage",
      summary = "I opened this message; twice is once",
      description = "For my own phones alone: whoever wrote learns nothing of it.")
  @Put("/v1/member/messages/{messageId}/read")
  HttpResponse<?> read(UUID messageId);

  @Operation(
      operationId = "listMessagesSentToMe",
      summary = "What was sent to me by which channel, and the consent that allowed it")
  @Get("/v1/member/messages/sent")
  OwnSentMessages listSent();

  @Operation(operationId = "showMessagePreferences", summary = "My language and quiet channels")
  @Get("/v1/member/messages/preferences")
  MessagePreferences preferences();

  @Operation(operationId = "chooseMessagePreferences", summary = "Choose language and channels")
  @Put("/v1/member/messages/preferences")
  MessagePreferences prefer(@Body @Valid MessagePreferences preferences);
}
