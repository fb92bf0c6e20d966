package org.profbilet.consents;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Acting;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.consents.RecordConsentsOutcome.Reason;
import org.profbilet.consents.RecordConsentsOutcome.Recorded;
import org.profbilet.consents.RecordConsentsOutcome.Refused;
import org.profbilet.requests.RequestHash;
import org.profbilet.requests.Selection;
import org.profbilet.requests.TryAgain;

/** The chair ticks the boxes after the signatures were collected: these, or all except these. */
@Singleton
public class RecordConsents {

  private final RowScope rowScope;
  private final RecordingRepository recordings;
  private final ChosenMembers chosenMembers;
  private final ConsentTexts texts;
  private final Ledger ledger;
  private final LedgerRepository repository;
  private final Audit audit;
  private final Today today;
  private final Clock clock;

  RecordConsents(
      RowScope rowScope,
      RecordingRepository recordings,
      ChosenMembers chosenMembers,
      ConsentTexts texts,
      Ledger ledger,
      LedgerRepository repository,
      Audit audit,
      Today today,
      Clock clock) {
    this.rowScope = rowScope;
    this.recordings = recordings;
    this.chosenMembers = chosenMembers;
    this.texts = texts;
    this.ledger = ledger;
    this.repository = repository;
    this.audit = audit;
    this.today = today;
    this.clock = clock;
  }

  /**
   * @param id the idempotency key
   * @param channels for MESSAGES only, at least one; empty for every other purpose
   * @param decision GIVEN or REFUSED
   * @param signedOn the date on the paper
   * @param textVersion as it stands on the paper; null for the words in force on that date
   * @param persons named ones, or all who have not decided yet except the named
   */
  public record Request(
      UUID id,
      Purpose purpose,
      Set<Channel> channels,
      ConsentState decision,
      LocalDate signedOn,
      @Nullable String textVersion,
      Selection persons) {

    public Request {
      channels = Set.copyOf(channels);
    }

    String hash(UUID primaryId) {
      return RequestHash.of(
          primaryId,
          purpose,
          channels.stream().sorted().toList(),
          decision,
          signedOn,
          String.valueOf(textVersion),
          persons);
    }

    List<Channel> effectiveChannels() {
      return purpose == Purpose.MESSAGES ? channels.stream().sorted().toList() : purpose.channels();
    }
  }

  /**
   * @throws TryAgain where a sender held a consent for too long; nothing was recorded
   */
  @Transactional
  public RecordConsentsOutcome record(Acting acting, Request request) {
    rowScope.primary(acting.organisationId());
    Optional<Recording> earlier = recordings.findById(request.id());
    if (earlier.isPresent()) {
      return answerAgain(earlier.get(), acting, request);
    }
    Optional<Reason> wrong = wrongIn(request);
    if (wrong.isPresent()) {
      return new Refused(wrong.get());
    }
    return TryAgain.whenBusy(() -> recordChosen(acting, request));
  }

  private RecordConsentsOutcome recordChosen(Acting acting, Request request) {
    repository.limitWaiting("5s");
    Map<Channel, List<UUID>> chosen = new EnumMap<>(Channel.class);
    for (Channel channel : request.effectiveChannels()) {
      ChosenMembers.Choice choice = chosenMembers.choose(acting.organisationId(), request, channel);
      if (choice.reason() != null) {
        return new Refused(choice.reason());
      }
      chosen.put(channel, choice.personIds());
    }
    long persons = chosen.values().stream().flatMap(List::stream).distinct().count();
    if (persons == 0) {
      return new Refused(Reason.NOBODY_CHOSEN);
    }
    return write(acting, request, chosen, (int) persons);
  }

  private RecordConsentsOutcome write(
      Acting acting, Request request, Map<Channel, List<UUID>> chosen, int persons) {
    UUID primaryId = acting.organisationId();
    int inserted =
        recordings.insert(
            request.id(),
            primaryId,
            acting.accountId(),
            clock.instant(),
            request.hash(primaryId),
            persons);
    if (inserted != 1) {
      return recordings
          .findById(request.id())
          .map(recording -> answerAgain(recording, acting, request))
          .orElseGet(() -> new Refused(Reason.KEY_OF_ANOTHER_REQUEST));
    }
    ConsentText text = textOf(request).orElseThrow();
    chosen.forEach(
        (channel, personIds) ->
            ledger.appendPaper(
                acting,
                request.id(),
                new Ledger.Entry(
                    request.purpose(), channel, request.decision(), text, request.signedOn()),
                personIds));
    audit.record(
        acting.accountId(),
        primaryId,
        "CONSENTS_RECORDED",
        request.id(),
        Map.of(
            "purpose", request.purpose().name(),
            "decision", request.decision().name(),
            "persons", persons));
    return new Recorded(request.id(), persons);
  }

  private Optional<Reason> wrongIn(Request request) {
    if (request.decision() != ConsentState.GIVEN && request.decision() != ConsentState.REFUSED) {
      return Optional.of(Reason.DECISION_IS_NOT_GIVEN_OR_REFUSED);
    }
    if (request.effectiveChannels().isEmpty()) {
      return Optional.of(Reason.CHANNEL_MISSING);
    }
    boolean channelsFit =
        request.channels().isEmpty()
            || request.purpose().channels().containsAll(request.channels());
    if (!channelsFit) {
      return Optional.of(Reason.CHANNEL_NOT_OF_THE_PURPOSE);
    }
    if (request.signedOn().isAfter(today.date())) {
      return Optional.of(Reason.DATE_IN_THE_FUTURE);
    }
    return wrongText(request);
  }

  private Optional<Reason> wrongText(Request request) {
    Optional<ConsentText> text = textOf(request);
    if (text.isEmpty() || text.get().effectiveFrom().isAfter(request.signedOn())) {
      return Optional.of(
          request.textVersion() == null ? Reason.NO_TEXT_ON_THAT_DATE : Reason.UNKNOWN_VERSION);
    }
    boolean outdated =
        request.decision() == ConsentState.GIVEN && texts.isReplaced(text.get(), today.date());
    return outdated ? Optional.of(Reason.VERSION_OUTDATED) : Optional.empty();
  }

  private Optional<ConsentText> textOf(Request request) {
    String version = request.textVersion();
    return version == null
        ? texts.findInForce(request.purpose(), request.signedOn())
        : texts.find(request.purpose(), version);
  }

  private static RecordConsentsOutcome answerAgain(
      Recording recording, Acting acting, Request request) {
    return recording.requestHash().equals(request.hash(acting.organisationId()))
        ? new Recorded(recording.id(), recording.recordedCount())
        : new Refused(Reason.KEY_OF_ANOTHER_REQUEST);
  }
}
