package org.profbilet.api.chair;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.profbilet.consents.Channel;
import org.profbilet.consents.CurrentConsent;
import org.profbilet.consents.MemberConsents;
import org.profbilet.consents.MemberName;
import org.profbilet.consents.Purpose;
import org.profbilet.consents.RecordConsentsOutcome;
import org.profbilet.consents.WithdrawOutcome;
import org.profbilet.contract.chair.ConsentList.Decision;
import org.profbilet.contract.chair.ConsentList.Member;
import org.profbilet.contract.chair.MessageChannel;
import org.profbilet.contract.problem.ProblemType;

/** Consents in the words of the contract. */
final class ConsentWords {

  private ConsentWords() {}

  static Set<Channel> channels(Collection<MessageChannel> channels) {
    return channels.stream()
        .map(channel -> Channel.valueOf(channel.name()))
        .collect(Collectors.toUnmodifiableSet());
  }

  static Member member(MemberConsents consents, Purpose purpose) {
    MemberName name = consents.member();
    List<Decision> decisions =
        purpose.channels().stream().map(channel -> decision(consents, channel)).toList();
    return new Member(
        name.personId(),
        name.lastName(),
        name.firstName(),
        name.middleName(),
        consents.isMissing(purpose),
        decisions);
  }

  private static Decision decision(MemberConsents consents, Channel channel) {
    MessageChannel shown = messageChannel(channel);
    return consents.decisions().stream()
        .filter(decision -> decision.channel() == channel)
        .findFirst()
        .map(decision -> decided(shown, decision))
        .orElseGet(() -> new Decision(shown, "UNKNOWN", null, null, null));
  }

  private static Decision decided(@Nullable MessageChannel channel, CurrentConsent decision) {
    return new Decision(
        channel,
        decision.state().name(),
        decision.signedOn(),
        decision.form().name(),
        decision.textVersion());
  }

  static @Nullable MessageChannel messageChannel(Channel channel) {
    return channel == Channel.NONE ? null : MessageChannel.valueOf(channel.name());
  }

  static ProblemType problem(RecordConsentsOutcome.Reason reason) {
    return switch (reason) {
      case DECISION_IS_NOT_GIVEN_OR_REFUSED -> ProblemType.VALIDATION;
      case CHANNEL_MISSING, CHANNEL_NOT_OF_THE_PURPOSE -> ProblemType.CONSENT_CHANNELS_WRONG;
      case DATE_IN_THE_FUTURE -> ProblemType.CONSENT_DATE_IN_FUTURE;
      case NO_TEXT_ON_THAT_DATE -> ProblemType.CONSENT_TEXT_UNKNOWN;
      case UNKNOWN_PERSON -> ProblemType.NOT_FOUND;
      case NOBODY_CHOSEN -> ProblemType.CONSENT_NOBODY_CHOSEN;
      case WITHDRAWN_AFTER_THE_PAPER -> ProblemType.CONSENT_WITHDRAWN_LATER;
      case LAPSED_AFTER_THE_PAPER -> ProblemType.CONSENT_LAPSED_LATER;
      case UNKNOWN_VERSION -> ProblemType.CONSENT_VERSION_UNKNOWN;
      case VERSION_OUTDATED -> ProblemType.CONSENT_VERSION_OUTDATED;
      case KEY_OF_ANOTHER_REQUEST -> ProblemType.IDEMPOTENCY_MISMATCH;
    };
  }

  static ProblemType problem(WithdrawOutcome.Reason reason) {
    return switch (reason) {
      case UNKNOWN_PERSON -> ProblemType.NOT_FOUND;
      case CHANNEL_NOT_OF_THE_PURPOSE -> ProblemType.CONSENT_CHANNELS_WRONG;
      case DATE_IN_THE_FUTURE -> ProblemType.CONSENT_DATE_IN_FUTURE;
      case DATE_BEFORE_THE_CONSENT -> ProblemType.CONSENT_DATE_BEFORE_CONSENT;
      case NO_CONSENT_IN_FORCE -> ProblemType.CONSENT_NOT_IN_FORCE;
    };
  }
}
