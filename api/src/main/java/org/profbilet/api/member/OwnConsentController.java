package org.profbilet.api.member;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.consents.Channel;
import org.profbilet.consents.ConsentText;
import org.profbilet.consents.ConsentTexts;
import org.profbilet.consents.CurrentConsent;
import org.profbilet.consents.Evidence;
import org.profbilet.consents.GiveConsent;
import org.profbilet.consents.GiveOutcome;
import org.profbilet.consents.OwnConsents;
import org.profbilet.consents.PastDecision;
import org.profbilet.consents.Purpose;
import org.profbilet.consents.WithdrawConsent;
import org.profbilet.consents.WithdrawOutcome;
import org.profbilet.contract.chair.ConsentPurpose;
import org.profbilet.contract.chair.MessageChannel;
import org.profbilet.contract.member.DataCopy;
import org.profbilet.contract.member.OwnAgreement;
import org.profbilet.contract.member.OwnConsentApi;
import org.profbilet.contract.member.OwnConsentHistory;
import org.profbilet.contract.member.OwnConsentText;
import org.profbilet.contract.member.OwnConsents.Line;
import org.profbilet.contract.member.OwnWithdrawal;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.credentials.OwnTicket;
import org.profbilet.privacy.CopyData;
import org.profbilet.privacy.PrintCopy;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.MEMBER)
class OwnConsentController implements OwnConsentApi {

  private final OwnConsents ownConsents;
  private final GiveConsent giveConsent;
  private final WithdrawConsent withdrawConsent;
  private final ConsentTexts texts;
  private final OwnTicket ownTicket;
  private final CopyData copyData;
  private final PrintCopy printCopy;
  private final Caller caller;

  OwnConsentController(
      OwnConsents ownConsents,
      GiveConsent giveConsent,
      WithdrawConsent withdrawConsent,
      ConsentTexts texts,
      OwnTicket ownTicket,
      CopyData copyData,
      PrintCopy printCopy,
      Caller caller) {
    this.ownConsents = ownConsents;
    this.giveConsent = giveConsent;
    this.withdrawConsent = withdrawConsent;
    this.texts = texts;
    this.ownTicket = ownTicket;
    this.copyData = copyData;
    this.printCopy = printCopy;
    this.caller = caller;
  }

  @Override
  public org.profbilet.contract.member.OwnConsents show() {
    List<CurrentConsent> decisions = ownConsents.list(caller.personId());
    return new org.profbilet.contract.member.OwnConsents(
        Arrays.stream(Purpose.values())
            .flatMap(
                purpose ->
                    purpose.channels().stream().map(channel -> line(decisions, purpose, channel)))
            .toList());
  }

  @Override
  public org.profbilet.contract.member.OwnConsents give(@Body @Valid OwnAgreement agreement) {
    GiveOutcome outcome =
        giveConsent.giveMessages(
            caller.personId(), channels(agreement.channels()), agreement.textVersion(), evidence());
    return switch (outcome) {
      case GIVEN -> show();
      case OTHER_TEXT_IN_FORCE -> throw new Refusal(ProblemType.CONSENT_OTHER_TEXT);
    };
  }

  @Override
  public org.profbilet.contract.member.OwnConsents withdraw(@Body @Valid OwnWithdrawal withdrawal) {
    UUID personId = caller.personId();
    Purpose purpose = Purpose.valueOf(withdrawal.purpose().name());
    WithdrawOutcome outcome =
        withdrawConsent.electronically(
            personId, purpose, channels(withdrawal.channels()), evidence());
    if (outcome instanceof WithdrawOutcome.Refused refused) {
      throw new Refusal(problem(refused.reason()));
    }
    return show();
  }

  @Override
  public OwnConsentHistory history() {
    return new OwnConsentHistory(
        ownConsents.listHistory(caller.personId()).stream()
            .map(OwnConsentController::past)
            .toList());
  }

  @Override
  public OwnConsentText text(ConsentPurpose purpose) {
    ConsentText text = texts.inForceToday(Purpose.valueOf(purpose.name()));
    return new OwnConsentText(purpose, text.version(), text.title(), text.body(), text.sha256());
  }

  @Override
  public DataCopy copy() {
    return CopyView.of(copyData.forHerself(caller.personId()));
  }

  @Override
  public HttpResponse<byte[]> printCopy() {
    return HttpResponse.ok(printCopy.print(copyData.forHerself(caller.personId())))
        .contentType(MediaType.APPLICATION_PDF_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"my-data.pdf\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private Evidence evidence() {
    UUID deviceId = caller.deviceId();
    return Evidence.phone(deviceId, ownTicket.keyOf(caller.personId(), deviceId));
  }

  private static OwnConsentHistory.Line past(PastDecision decision) {
    return new OwnConsentHistory.Line(
        ConsentPurpose.valueOf(decision.purpose().name()),
        shown(decision.channel()),
        decision.state().name(),
        decision.signedOn(),
        decision.form().name(),
        decision.cause() == null ? null : decision.cause().name(),
        decision.evidence() == null ? null : decision.evidence().name(),
        decision.textVersion(),
        decision.textSha256(),
        decision.recordedAt());
  }

  private static ProblemType problem(WithdrawOutcome.Reason reason) {
    return switch (reason) {
      case UNKNOWN_PERSON -> ProblemType.NOT_FOUND;
      case CHANNEL_NOT_OF_THE_PURPOSE -> ProblemType.CONSENT_CHANNELS_WRONG;
      case DATE_IN_THE_FUTURE -> ProblemType.CONSENT_DATE_IN_FUTURE;
      case DATE_BEFORE_THE_CONSENT -> ProblemType.CONSENT_DATE_BEFORE_CONSENT;
      case NO_CONSENT_IN_FORCE -> ProblemType.CONSENT_NOT_IN_FORCE;
    };
  }

  private static Set<Channel> channels(Collection<MessageChannel> channels) {
    return channels.stream()
        .map(channel -> Channel.valueOf(channel.name()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Line line(List<CurrentConsent> decisions, Purpose purpose, Channel channel) {
    ConsentPurpose shown = ConsentPurpose.valueOf(purpose.name());
    MessageChannel shownChannel = shown(channel);
    return decisions.stream()
        .filter(decision -> decision.purpose() == purpose && decision.channel() == channel)
        .findFirst()
        .map(
            decision ->
                new Line(
                    shown,
                    shownChannel,
                    decision.state().name(),
                    decision.signedOn(),
                    decision.form().name()))
        .orElseGet(() -> new Line(shown, shownChannel, "UNKNOWN", null, null));
  }

  private static @Nullable MessageChannel shown(Channel channel) {
    return channel == Channel.NONE ? null : MessageChannel.valueOf(channel.name());
  }
}
