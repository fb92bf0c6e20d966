package org.profbilet.consents;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Acting;
import org.profbilet.requests.IdList;

/** The one writer of decisions; the database numbers them and keeps the newest as the state. */
@Singleton
class Ledger {

  private final LedgerRepository repository;
  private final ApplicationEventPublisher<ConsentsChanged> facts;
  private final ObjectMapper json;
  private final Clock clock;

  Ledger(
      LedgerRepository repository,
      ApplicationEventPublisher<ConsentsChanged> facts,
      ObjectMapper json,
      Clock clock) {
    this.repository = repository;
    this.facts = facts;
    this.json = json;
    this.clock = clock;
  }

  /** What is decided, in which words and on which day. */
  record Entry(
      Purpose purpose, Channel channel, ConsentState state, ConsentText text, LocalDate signedOn) {}

  /** The paper stays in the primary, which is its keeper. */
  void appendPaper(
      Acting acting, @Nullable UUID recordingId, Entry entry, Collection<UUID> personIds) {
    UUID primaryId = acting.organisationId();
    append(
        personIds,
        new LedgerRow(
            primaryId,
            entry.purpose(),
            entry.channel(),
            entry.state(),
            entry.text().id(),
            Form.PAPER,
            entry.signedOn(),
            primaryId,
            recordingId,
            acting.accountId(),
            null,
            null,
            null,
            null,
            clock.instant()));
  }

  void appendElectronic(UUID personId, UUID primaryId, Entry entry, Evidence evidence) {
    append(
        List.of(personId),
        new LedgerRow(
            primaryId,
            entry.purpose(),
            entry.channel(),
            entry.state(),
            entry.text().id(),
            Form.ELECTRONIC,
            entry.signedOn(),
            null,
            null,
            null,
            evidence.kind(),
            evidence.deviceId(),
            evidence.deviceKey(),
            null,
            clock.instant()));
  }

  /** Nobody decided; the entry's state is UNKNOWN. */
  void appendRule(UUID primaryId, Entry entry, Cause cause, Collection<UUID> personIds) {
    append(
        personIds,
        new LedgerRow(
            primaryId,
            entry.purpose(),
            entry.channel(),
            entry.state(),
            entry.text().id(),
            Form.RULE,
            entry.signedOn(),
            null,
            null,
            null,
            null,
            null,
            null,
            cause,
            clock.instant()));
  }

  /** Tells of a row that the database itself has written. */
  void tellLapsed(UUID personId, UUID primaryId, Purpose purpose, Channel channel, Instant at) {
    facts.publishEvent(
        new ConsentsChanged(
            Set.of(personId), primaryId, purpose, channel, ConsentState.UNKNOWN, Form.RULE, at));
  }

  void append(Collection<UUID> personIds, LedgerRow row) {
    if (personIds.isEmpty()) {
      return;
    }
    List<UUID> ids = personIds.stream().map(person -> UuidCreator.getTimeOrderedEpoch()).toList();
    repository.append(IdList.of(ids), IdList.of(personIds), write(row));
    facts.publishEvent(
        new ConsentsChanged(
            Set.copyOf(personIds),
            row.primaryId(),
            row.purpose(),
            row.channel(),
            row.state(),
            row.form(),
            row.recordedAt()));
  }

  private String write(LedgerRow row) {
    try {
      return json.writeValueAsString(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
