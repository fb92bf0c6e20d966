package org.profbilet.organisations.passport;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.profbilet.audit.Audit;
import org.profbilet.organisations.DeclaredSubject;
import org.profbilet.organisations.passport.ChangeOutcome.Changed;
import org.profbilet.organisations.passport.ChangeOutcome.InFuture;
import org.profbilet.organisations.passport.ChangeOutcome.Wrong;

/** Fills in a passport. Nothing is overwritten: a new value is a new line of the history. */
@Singleton
public class ChangePassport {

  private static final ZoneId UNION_DAY = ZoneId.of("Europe/Moscow");

  private final PassportRepository repository;
  private final Audit audit;
  private final Clock clock;

  ChangePassport(PassportRepository repository, Audit audit, Clock clock) {
    this.repository = repository;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * All of the values or none.
   *
   * @param values what the fields hold; empty text empties a field
   * @param trueFrom since when it is so: today, or a day before
   */
  @Transactional
  public ChangeOutcome change(
      UUID accountId, UUID organisationId, Map<PassportField, String> values, LocalDate trueFrom) {
    Instant now = clock.instant();
    if (isInFuture(trueFrom)) {
      return new InFuture();
    }
    List<PassportField> wrong =
        values.keySet().stream()
            .filter(field -> !accepts(field, plain(values.get(field))))
            .sorted()
            .toList();
    if (!wrong.isEmpty()) {
      return new Wrong(wrong);
    }
    Map<String, FieldValue> held =
        repository.listValues(organisationId, trueFrom, now).stream()
            .collect(Collectors.toMap(FieldValue::field, Function.identity()));
    List<PassportField> changed =
        values.keySet().stream()
            .filter(field -> isAnother(held.get(field.name()), plain(values.get(field))))
            .sorted()
            .toList();
    for (PassportField field : changed) {
      repository.insert(
          organisationId, field.name(), plain(values.get(field)), trueFrom, now, accountId);
    }
    if (!changed.isEmpty()) {
      repository.refreshRow(organisationId);
      audit.record(
          accountId,
          organisationId,
          "PASSPORT_CHANGED",
          organisationId,
          Map.of("fields", changed.stream().map(Enum::name).toList()));
    }
    return new Changed(changed);
  }

  /**
   * Keeps a declared headcount; a second one about the same day corrects the first, which stays.
   *
   * @param raw the words of the paper
   * @throws NumberFormatException where they are neither empty nor a number
   */
  @Transactional
  public boolean declare(
      UUID accountId, UUID organisationId, DeclaredSubject subject, LocalDate asOf, String raw) {
    DeclaredNumber number = DeclaredNumber.read(raw);
    if (isInFuture(asOf)) {
      return false;
    }
    repository.insertCount(
        organisationId,
        subject.name(),
        asOf,
        raw.strip(),
        number.value(),
        number.alternative(),
        number.extra(),
        clock.instant(),
        accountId);
    audit.record(
        accountId,
        organisationId,
        "HEADCOUNT_DECLARED",
        organisationId,
        Map.of("subject", subject.name(), "asOf", asOf.toString()));
    return true;
  }

  private boolean isInFuture(LocalDate day) {
    return day.isAfter(LocalDate.ofInstant(clock.instant(), UNION_DAY));
  }

  private static boolean accepts(PassportField field, @Nullable String value) {
    return value == null ? field.mayBeEmpty() : field.accepts(value);
  }

  private static boolean isAnother(@Nullable FieldValue held, @Nullable String value) {
    return !Objects.equals(held == null ? null : held.value(), value);
  }

  private static @Nullable String plain(@Nullable String value) {
    String text = value == null ? "" : value.replaceAll("[\\s\\u00a0]+", " ").strip();
    return text.isEmpty() ? null : text;
  }
}
