package org.profbilet.members.corrections;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.members.Education;
import org.profbilet.members.FieldChange;
import org.profbilet.members.Members;
import org.profbilet.members.RegisteredMember;
import org.profbilet.members.Today;
import org.profbilet.requests.RequestHash;

/** «Мои данные»: a member sees her record and proposes what should stand there instead. */
@Singleton
public class OwnRecord {

  private static final int MOST_OPEN = 10;

  private final RowScope rowScope;
  private final CorrectionRepository corrections;
  private final Members members;
  private final OwnAddresses addresses;
  private final ObjectMapper json;
  private final Audit audit;
  private final Today today;
  private final Clock clock;

  OwnRecord(
      RowScope rowScope,
      CorrectionRepository corrections,
      Members members,
      OwnAddresses addresses,
      ObjectMapper json,
      Audit audit,
      Today today,
      Clock clock) {
    this.rowScope = rowScope;
    this.corrections = corrections;
    this.members = members;
    this.addresses = addresses;
    this.json = json;
    this.audit = audit;
    this.today = today;
    this.clock = clock;
  }

  /** A member's record with her addresses and the name of her primary. */
  public record Shown(
      RegisteredMember member,
      @Nullable String phone,
      @Nullable String email,
      String primaryName,
      List<Correction> corrections) {

    public Shown {
      corrections = List.copyOf(corrections);
    }
  }

  /** What became of a proposal. */
  public enum Outcome {
    PROPOSED,
    NOTHING_DIFFERENT,
    VALUE_WRONG,
    TOO_MANY_OPEN,
    KEY_OF_ANOTHER_REQUEST
  }

  /**
   * @throws NotYours where she is a member nowhere
   */
  @Transactional
  public Shown show(UUID personId) {
    rowScope.person(personId);
    UUID primaryId = corrections.findPrimary(personId).orElseThrow(NotYours::new);
    return new Shown(
        members.find(primaryId, personId).orElseThrow(NotYours::new),
        addresses.find(primaryId, personId, CorrectedField.PHONE).orElse(null),
        addresses.find(primaryId, personId, CorrectedField.EMAIL).orElse(null),
        corrections.nameOfPrimary(primaryId),
        corrections.listOwn(personId).stream().map(row -> read(json, row)).toList());
  }

  /**
   * @param id names the request and becomes the id of the proposal
   * @param values by field what should stand there; empty where nothing should
   */
  @Transactional
  public Outcome propose(
      UUID personId, UUID id, Map<CorrectedField, String> values, @Nullable String note) {
    rowScope.person(personId);
    UUID primaryId = corrections.findPrimary(personId).orElseThrow(NotYours::new);
    String hash = RequestHash.of(personId, new TreeMap<>(values), String.valueOf(note));
    Optional<CorrectionRow> earlier = corrections.findOwn(id, personId);
    if (earlier.isPresent()) {
      return earlier.get().requestHash().equals(hash)
          ? Outcome.PROPOSED
          : Outcome.KEY_OF_ANOTHER_REQUEST;
    }
    if (corrections.countOpen(personId) >= MOST_OPEN) {
      return Outcome.TOO_MANY_OPEN;
    }
    RegisteredMember member = members.find(primaryId, personId).orElseThrow(NotYours::new);
    List<FieldChange> changes = new ArrayList<>();
    for (Map.Entry<CorrectedField, String> entry : new TreeMap<>(values).entrySet()) {
      CorrectedField field = entry.getKey();
      String value = entry.getValue().strip().replaceAll("\\s+", " ");
      String before = current(primaryId, member, field);
      String after = field.isAddress() ? addresses.read(field, value).orElse(value) : value;
      if (after.equals(before == null ? "" : before)) {
        continue;
      }
      if (!isPossible(field, value)) {
        return Outcome.VALUE_WRONG;
      }
      changes.add(new FieldChange(field.name(), before, after.isEmpty() ? null : after));
    }
    if (changes.isEmpty() && (note == null || note.isBlank())) {
      return Outcome.NOTHING_DIFFERENT;
    }
    corrections.propose(id, personId, write(changes), note, hash, clock.instant());
    audit.record(null, primaryId, "CORRECTION_PROPOSED", id, Map.of("fields", changes.size()));
    return Outcome.PROPOSED;
  }

  private @Nullable String current(UUID primaryId, RegisteredMember member, CorrectedField field) {
    return field.isAddress()
        ? addresses.find(primaryId, member.personId(), field).orElse(null)
        : CorrectRecord.value(member.member(), field);
  }

  private boolean isPossible(CorrectedField field, String value) {
    return switch (field) {
      case LAST_NAME, FIRST_NAME -> !value.isEmpty();
      case MIDDLE_NAME, UNIT, POSITION -> true;
      case BIRTH_DATE -> isBirthDate(value);
      case EDUCATION ->
          value.isEmpty()
              || Arrays.stream(Education.values()).anyMatch(one -> one.name().equals(value));
      case PHONE, EMAIL -> addresses.read(field, value).isPresent();
    };
  }

  private boolean isBirthDate(String value) {
    try {
      LocalDate date = LocalDate.parse(value);
      return date.isBefore(today.date()) && date.getYear() > 1900;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  static Correction read(ObjectMapper json, CorrectionRow row) {
    try {
      return new Correction(
          row.id(),
          row.personId(),
          row.personName(),
          json.readValue(row.changes(), Argument.listOf(FieldChange.class)),
          row.note(),
          row.state(),
          row.proposedAt(),
          row.answeredAt(),
          row.reason());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String write(List<FieldChange> changes) {
    try {
      return json.writeValueAsString(changes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
