package org.profbilet.organisations.passport;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.profbilet.organisations.Organisations;

/** Reads a passport: as it is, or as it was on any day and known at any moment. */
@Singleton
public class ShowPassport {

  private static final ZoneId UNION_DAY = ZoneId.of("Europe/Moscow");
  private static final int MOST_ENTRIES = 500;

  private final PassportRepository repository;
  private final Organisations organisations;
  private final Clock clock;

  ShowPassport(PassportRepository repository, Organisations organisations, Clock clock) {
    this.repository = repository;
    this.organisations = organisations;
    this.clock = clock;
  }

  /**
   * @param on the day asked about, or null for today
   * @param knownAt what had been recorded by then, or null for now
   */
  public Passport show(UUID organisationId, @Nullable LocalDate on, @Nullable Instant knownAt) {
    Instant known = knownAt == null ? clock.instant() : knownAt;
    LocalDate day = on == null ? LocalDate.ofInstant(clock.instant(), UNION_DAY) : on;
    return new Passport(
        organisations.get(organisationId),
        repository.listValues(organisationId, day, known).stream()
            .collect(Collectors.toMap(FieldValue::field, Function.identity())),
        repository.listCounts(organisationId, day, known),
        repository.listRequired(organisationId),
        repository.listMissing(organisationId));
  }

  /**
   * @param field one field only, or null for all
   * @return the newest 500 entries, newest first
   */
  public List<FieldValue> listHistory(UUID organisationId, @Nullable String field) {
    return repository.listHistory(organisationId, field, MOST_ENTRIES);
  }
}
