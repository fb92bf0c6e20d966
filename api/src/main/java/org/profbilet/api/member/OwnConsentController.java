package org.profbilet.api.member;

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
import org.profbilet.consents.CurrentConsent;
import org.profbilet.consents.GiveConsent;
import org.profbilet.consents.OwnConsents;
import org.profbilet.consents.Purpose;
import org.profbilet.consents.WithdrawConsent;
import org.profbilet.consents.WithdrawOutcome;
import org.profbilet.contract.chair.ConsentPurpose;
import org.profbilet.contract.chair.MessageChannel;
import org.profbilet.contract.member.OwnAgreement;
import org.profbilet.contract.member.OwnConsentApi;
import org.profbilet.contract.member.OwnConsents.Line;
import org.profbilet.contract.member.OwnWithdrawal;
import org.profbilet.contract.problem.ProblemType;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.MEMBER)
class OwnConsentController implements OwnConsentApi {

  private final OwnConsents ownConsents;
  private final GiveConsent giveConsent;
  private final WithdrawConsent withdrawConsent;
  private final Caller caller;

  OwnConsentController(
      OwnConsents ownConsents,
      GiveConsent giveConsent,
      WithdrawConsent withdrawConsent,
      Caller caller) {
    this.ownConsents = ownConsents;
    this.giveConsent = giveConsent;
    this.withdrawConsent = withdrawConsent;
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
    giveConsent.giveMessages(caller.personId(), channels(agreement.channels()));
    return show();
  }

  @Override
  public org.profbilet.contract.member.OwnConsents withdraw(@Body @Valid OwnWithdrawal withdrawal) {
    UUID personId = caller.personId();
    Purpose purpose = Purpose.valueOf(withdrawal.purpose().name());
    WithdrawOutcome outcome =
        withdrawConsent.electronically(personId, purpose, channels(withdrawal.channels()));
    if (outcome instanceof WithdrawOutcome.Refused refused) {
      throw new Refusal(problem(refused.reason()));
    }
    return show();
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
