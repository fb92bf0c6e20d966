package org.profbilet.consents;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.profbilet.consents.RecordConsentsOutcome.Reason;
import org.profbilet.requests.IdList;

/**
 * Turns "these" and "all except these" into members, after waiting for whoever holds their
 * consents.
 */
@Singleton
class ChosenMembers {

  private final LedgerRepository repository;
  private final Today today;

  ChosenMembers(LedgerRepository repository, Today today) {
    this.repository = repository;
    this.today = today;
  }

  /** Either members in the order of their ids, or the reason why the choice is refused. */
  record Choice(List<UUID> personIds, @Nullable Reason reason) {}

  Choice choose(UUID primaryId, RecordConsents.Request request, Channel channel) {
    Set<UUID> onRecord =
        repository.listMembers(primaryId, today.date()).stream()
            .map(MemberName::personId)
            .collect(Collectors.toSet());
    if (!onRecord.containsAll(request.persons().ids())) {
      return new Choice(List.of(), Reason.UNKNOWN_PERSON);
    }
    repository.lockCurrent(IdList.of(onRecord), request.purpose());
    Map<UUID, CurrentConsent> current =
        repository.listCurrent(primaryId, request.purpose()).stream()
            .filter(consent -> consent.channel() == channel)
            .collect(Collectors.toMap(CurrentConsent::personId, Function.identity()));
    return request.persons().isOnly()
        ? named(request, current)
        : undecidedExcept(onRecord, current, request);
  }

  private static Choice named(RecordConsents.Request request, Map<UUID, CurrentConsent> current) {
    Set<UUID> named = request.persons().ids();
    Optional<Reason> endedLater =
        named.stream()
            .flatMap(id -> endedAfterThePaper(current.get(id), request).stream())
            .findAny();
    return endedLater
        .map(reason -> new Choice(List.of(), reason))
        .orElseGet(() -> new Choice(sorted(named), null));
  }

  /** A paper does not bring back what ended after it was signed. */
  private static Optional<Reason> endedAfterThePaper(
      @Nullable CurrentConsent consent, RecordConsents.Request request) {
    if (consent == null
        || request.decision() != ConsentState.GIVEN
        || !consent.signedOn().isAfter(request.signedOn())) {
      return Optional.empty();
    }
    return switch (consent.state()) {
      case WITHDRAWN -> Optional.of(Reason.WITHDRAWN_AFTER_THE_PAPER);
      case UNKNOWN -> Optional.of(Reason.LAPSED_AFTER_THE_PAPER);
      case GIVEN, REFUSED -> Optional.empty();
    };
  }

  /** Who has refused or withdrawn is changed by name only, never by "all". */
  private static Choice undecidedExcept(
      Set<UUID> onRecord, Map<UUID, CurrentConsent> current, RecordConsents.Request request) {
    return new Choice(
        onRecord.stream()
            .filter(id -> !request.persons().ids().contains(id))
            .filter(id -> isOpen(current.get(id), request))
            .sorted()
            .toList(),
        null);
  }

  private static boolean isOpen(@Nullable CurrentConsent consent, RecordConsents.Request request) {
    return consent == null
        || (consent.state() == ConsentState.UNKNOWN
            && endedAfterThePaper(consent, request).isEmpty());
  }

  private static List<UUID> sorted(Collection<UUID> ids) {
    return ids.stream().sorted().toList();
  }
}
