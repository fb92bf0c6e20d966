package org.profbilet.api.member;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.UUID;
import java.util.stream.Collectors;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.consents.Channel;
import org.profbilet.consents.Evidence;
import org.profbilet.contract.chair.MessageCategory;
import org.profbilet.contract.chair.MessageChannel;
import org.profbilet.contract.chair.MessageLanguage;
import org.profbilet.contract.member.MessagePreferences;
import org.profbilet.contract.member.OwnMessages;
import org.profbilet.contract.member.OwnMessagesApi;
import org.profbilet.contract.member.OwnSentMessages;
import org.profbilet.contract.member.OwnUnread;
import org.profbilet.credentials.OwnTicket;
import org.profbilet.notifications.inbox.Preferences;
import org.profbilet.notifications.inbox.SentMessage;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.MEMBER)
class OwnMessagesController implements OwnMessagesApi {

  private final org.profbilet.notifications.inbox.OwnMessages ownMessages;
  private final OwnTicket ownTicket;
  private final Caller caller;

  OwnMessagesController(
      org.profbilet.notifications.inbox.OwnMessages ownMessages,
      OwnTicket ownTicket,
      Caller caller) {
    this.ownMessages = ownMessages;
    this.ownTicket = ownTicket;
    this.caller = caller;
  }

  @Override
  public OwnMessages list() {
    return new OwnMessages(
        ownMessages.list(caller.personId()).stream()
            .map(
                one ->
                    new OwnMessages.Line(
                        one.id(),
                        one.at(),
                        MessageCategory.valueOf(one.category()),
                        one.isRead(),
                        one.subject(),
                        one.body()))
            .toList());
  }

  @Override
  public OwnUnread countUnread() {
    return new OwnUnread(ownMessages.countUnread(caller.personId()));
  }

  @Override
  public HttpResponse<?> read(UUID messageId) {
    ownMessages.markRead(caller.personId(), messageId);
    return HttpResponse.noContent();
  }

  @Override
  public OwnSentMessages listSent() {
    return new OwnSentMessages(
        ownMessages.listSent(caller.personId()).stream().map(OwnMessagesController::line).toList());
  }

  @Override
  public MessagePreferences preferences() {
    return view(ownMessages.preferences(caller.personId()));
  }

  @Override
  public MessagePreferences prefer(@Body @Valid MessagePreferences preferences) {
    UUID personId = caller.personId();
    UUID deviceId = caller.deviceId();
    Boolean ads = preferences.ads();
    return view(
        ownMessages.prefer(
            personId,
            new Preferences(
                preferences.language().name(),
                preferences.muted().stream()
                    .map(one -> Channel.valueOf(one.name()))
                    .collect(Collectors.toSet()),
                ads == null ? ownMessages.preferences(personId).ads() : ads),
            Evidence.phone(deviceId, ownTicket.keyOf(personId, deviceId))));
  }

  private static MessagePreferences view(Preferences preferences) {
    return new MessagePreferences(
        MessageLanguage.valueOf(preferences.language()),
        preferences.muted().stream()
            .sorted()
            .map(one -> MessageChannel.valueOf(one.name()))
            .toList(),
        preferences.ads());
  }

  private static OwnSentMessages.Line line(SentMessage sent) {
    return new OwnSentMessages.Line(
        sent.at(),
        sent.kind(),
        MessageCategory.valueOf(sent.category()),
        sent.subject(),
        MessageChannel.valueOf(sent.channel()),
        sent.state(),
        sent.withheldReason(),
        sent.consentSignedOn(),
        sent.consentForm(),
        sent.consentText());
  }
}
