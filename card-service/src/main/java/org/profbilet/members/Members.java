package org.profbilet.members;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the register of one primary; the caller has opened its rows. */
@Singleton
public class Members {

  private final MemberRepository repository;
  private final ObjectMapper json;
  private final Clock clock;

  Members(MemberRepository repository, ObjectMapper json, Clock clock) {
    this.repository = repository;
    this.json = json;
    this.clock = clock;
  }

  /** Everybody ever on record, with the newest membership. */
  public List<RegisteredMember> list(UUID primaryId) {
    return repository.listOf(primaryId).stream().map(MemberRow::toMember).toList();
  }

  public Optional<RegisteredMember> find(UUID primaryId, UUID personId) {
    return repository.find(primaryId, personId).map(MemberRow::toMember);
  }

  /**
   * Members on record whose surname begins so, in the order of a Russian dictionary.
   *
   * @param query the beginning of a surname, ё as е; empty for all
   * @param after the person the page before ended with
   */
  public List<RegisteredMember> search(
      UUID primaryId, String query, @Nullable UUID after, int limit) {
    return repository.search(primaryId, PersonName.forSearch(query), after, limit).stream()
        .map(MemberRow::toMember)
        .toList();
  }

  /** Newest first. */
  public List<RecordedChange> listChanges(UUID primaryId, UUID personId) {
    return repository.listChanges(primaryId, personId);
  }

  /** Two equal versions mean that nobody changed the register in between. */
  public String versionOf(UUID primaryId) {
    return repository.versionOf(primaryId);
  }

  /** Holds the register of the primary until the transaction ends. */
  public void lock(UUID primaryId) {
    repository.lockRegister(primaryId.toString());
    repository.planAnew();
  }

  public Optional<String> findRequestHash(UUID primaryId, UUID personId) {
    return repository.findRequestHash(primaryId, personId);
  }

  /** A person as other primaries' registers are asked for her. */
  public record Asked(PersonName name, LocalDate birthDate) {}

  /**
   * Which of these people are certainly on record in some other primary. Nothing more is told, and
   * every question is counted against the day's limit.
   *
   * @return their places in the list, from 0
   */
  public List<Integer> matchElsewhere(UUID primaryId, List<Asked> people) {
    List<AskedRow> rows =
        IntStream.range(0, people.size())
            .mapToObj(
                place ->
                    AskedRow.of(place, people.get(place).name(), people.get(place).birthDate()))
            .toList();
    try {
      return repository.matchElsewhere(primaryId, json.writeValueAsString(rows), clock.instant());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
