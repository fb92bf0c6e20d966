package org.profbilet.consents;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
        : undecidedExcept(onRecord, current.keySet(), request.persons().ids());
  }

  private static Choice named(RecordConsents.Request request, Map<UUID, CurrentConsent> current) {
    Set<UUID> named = request.persons().ids();
    boolean withdrawnLater =
        request.decision() == ConsentState.GIVEN
            && named.stream().anyMatch(id -> isWithdrawnAfter(current.get(id), request));
    return withdrawnLater
        ? new Choice(List.of(), Reason.WITHDRAWN_AFTER_THE_PAPER)
        : new Choice(sorted(named), null);
  }

  private static boolean isWithdrawnAfter(
      @Nullable CurrentConsent consent, RecordConsents.Request request) {
    return consent != null
        && consent.state() == ConsentState.WITHDRAWN
        && consent.signedOn().isAfter(request.signedOn());
  }

  /** Who has refused or withdrawn is changed by name only, never by "all". */
  private static Choice undecidedExcept(Set<UUID> onRecord, Set<UUID> decided, Set<UUID> excluded) {
    Set<UUID> chosen = new HashSet<>(onRecord);
    chosen.removeAll(decided);
    chosen.removeAll(excluded);
    return new Choice(sorted(chosen), null);
  }

  private static List<UUID> sorted(Collection<UUID> ids) {
    return ids.stream().sorted().toList();
  }
}
