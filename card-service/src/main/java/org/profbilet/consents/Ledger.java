package org.profbilet.consents;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Acting;
import org.profbilet.requests.IdList;

/** The one writer of decisions; the database numbers them and keeps the newest as the state. */
@Singleton
class Ledger {

  private final LedgerRepository repository;
  private final Clock clock;

  Ledger(LedgerRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  /** What is decided, in which words and on which day. */
  record Entry(
      Purpose purpose, Channel channel, ConsentState state, ConsentText text, LocalDate signedOn) {}

  /** The paper stays in the primary, which is its keeper. */
  void appendPaper(
      Acting acting, @Nullable UUID recordingId, Entry entry, Collection<UUID> personIds) {
    append(entry, personIds, acting.organisationId(), acting, recordingId);
  }

  void appendElectronic(UUID personId, UUID primaryId, Entry entry) {
    append(entry, List.of(personId), primaryId, null, null);
  }

  private void append(
      Entry entry,
      Collection<UUID> personIds,
      UUID primaryId,
      @Nullable Acting acting,
      @Nullable UUID recordingId) {
    if (personIds.isEmpty()) {
      return;
    }
    List<UUID> ids = personIds.stream().map(person -> UuidCreator.getTimeOrderedEpoch()).toList();
    repository.append(
        IdList.of(ids),
        IdList.of(personIds),
        primaryId,
        entry.purpose(),
        entry.channel(),
        entry.state(),
        entry.text().id(),
        acting == null ? Form.ELECTRONIC : Form.PAPER,
        entry.signedOn(),
        acting == null ? null : acting.organisationId(),
        recordingId,
        acting == null ? null : acting.accountId(),
        clock.instant());
  }
}
