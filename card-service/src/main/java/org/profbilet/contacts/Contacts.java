package org.profbilet.contacts;

import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps the addresses of a primary's people; the caller has opened their rows. */
@Singleton
public class Contacts {

  private final ContactRepository repository;
  private final ApplicationEventPublisher<PhonesChanged> facts;
  private final ObjectMapper json;
  private final Clock clock;

  Contacts(
      ContactRepository repository,
      ApplicationEventPublisher<PhonesChanged> facts,
      ObjectMapper json,
      Clock clock) {
    this.repository = repository;
    this.facts = facts;
    this.json = json;
    this.clock = clock;
  }

  public List<Contact> list(UUID primaryId) {
    return repository.listOf(primaryId);
  }

  public List<Contact> listOfPerson(UUID primaryId, UUID personId) {
    return repository.listOfPerson(primaryId, personId);
  }

  /** A changed address is a new row, not verified; the old one stays as history. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void record(UUID primaryId, List<NewContact> contacts) {
    if (contacts.isEmpty()) {
      return;
    }
    String rows = write(contacts);
    Instant now = clock.instant();
    Set<UUID> moved = Set.copyOf(repository.listWithOtherPhone(primaryId, rows));
    repository.replace(primaryId, rows, now);
    repository.insert(primaryId, rows, now);
    markShared(primaryId);
    if (!moved.isEmpty()) {
      facts.publishEvent(new PhonesChanged(primaryId, moved));
    }
  }

  /** Marks anew which addresses two people share. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void markShared(UUID primaryId) {
    repository.markShared(primaryId);
  }

  private String write(List<NewContact> contacts) {
    try {
      return json.writeValueAsString(contacts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
