package org.profbilet.organisations.changes;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.audit.Audit;
import org.profbilet.organisations.changes.DeedOutcome.Done;
import org.profbilet.organisations.changes.DeedOutcome.Reason;
import org.profbilet.organisations.changes.DeedOutcome.Refused;

/** The book of deeds: keeps each once, by its key, with its line in the audit. */
@Singleton
public class Deeds {

  private static final ZoneId UNION_DAY = ZoneId.of("Europe/Moscow");

  private final DeedRepository repository;
  private final Audit audit;
  private final Clock clock;

  Deeds(DeedRepository repository, Audit audit, Clock clock) {
    this.repository = repository;
    this.audit = audit;
    this.clock = clock;
  }

  /** Deeds about an organisation, newest first. */
  public List<Deed> list(UUID organisationId) {
    return repository.list(organisationId);
  }

  /** The answer to a request whose key was used before. */
  Optional<DeedOutcome> findDone(UUID key, String requestHash) {
    return repository
        .findDone(key)
        .map(
            done ->
                done.requestHash().equals(requestHash)
                    ? new Done(done.organisationId())
                    : new Refused(Reason.KEY_OF_ANOTHER_REQUEST));
  }

  void record(
      Office office,
      UUID key,
      String requestHash,
      DeedKind kind,
      UUID organisationId,
      @Nullable Decision decision,
      @Nullable UUID fromId,
      @Nullable UUID toId) {
    repository.insert(
        key,
        organisationId,
        kind.name(),
        decision == null ? null : decision.number(),
        decision == null ? null : decision.decidedOn(),
        decision == null ? today() : decision.effectiveOn(),
        fromId,
        toId,
        requestHash,
        clock.instant(),
        office.accountId());
    audit.record(
        office.accountId(),
        office.organisationId(),
        "ORGANISATION_" + kind,
        organisationId,
        toId == null ? Map.of() : Map.of("to", toId.toString()));
  }

  /** Keeps since when a field of the tree has its value. */
  void remember(Office office, UUID organisationId, String field, String value, LocalDate from) {
    repository.insertHistory(
        organisationId, field, value, from, clock.instant(), office.accountId());
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), UNION_DAY);
  }
}
