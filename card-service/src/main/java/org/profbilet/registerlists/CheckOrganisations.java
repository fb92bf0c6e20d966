package org.profbilet.registerlists;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.organisations.DeclaredSubject;
import org.profbilet.organisations.Level;
import org.profbilet.organisations.passport.DeclaredCount;
import org.profbilet.organisations.passport.DeclaredNumber;
import org.profbilet.organisations.passport.FieldValue;
import org.profbilet.organisations.passport.Passport;
import org.profbilet.organisations.passport.PassportField;
import org.profbilet.organisations.passport.ShowPassport;
import org.profbilet.registerlists.OrganisationEntry.Count;
import org.profbilet.registerlists.Remark.Code;

/** Compares the register of primaries in a table with the register that is here. */
@Singleton
class CheckOrganisations {

  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("школа", "SCHOOL"),
          Map.entry("оо", "SCHOOL"),
          Map.entry("общеобразовательная", "SCHOOL"),
          Map.entry("доу", "PRESCHOOL"),
          Map.entry("дошкольная", "PRESCHOOL"),
          Map.entry("детскийсад", "PRESCHOOL"),
          Map.entry("дополнительноеобразование", "EXTRA"),
          Map.entry("допобразование", "EXTRA"),
          Map.entry("поо", "VOCATIONAL"),
          Map.entry("спо", "VOCATIONAL"),
          Map.entry("колледж", "VOCATIONAL"),
          Map.entry("вуз", "UNIVERSITY"),
          Map.entry("университет", "UNIVERSITY"),
          Map.entry("научная", "RESEARCH"),
          Map.entry("уо", "AUTHORITY"),
          Map.entry("управлениеобразования", "AUTHORITY"),
          Map.entry("комплекс", "COMPLEX"),
          Map.entry("другое", "OTHER"),
          Map.entry("другие", "OTHER"));

  private static final Map<Column, DeclaredSubject> COUNTS =
      new EnumMap<>(
          Map.of(
              Column.WORKING, DeclaredSubject.WORKING,
              Column.STUDYING, DeclaredSubject.STUDYING,
              Column.MEMBERS, DeclaredSubject.MEMBERS));

  private static final Map<Column, PassportField> FIELDS =
      new EnumMap<>(
          Map.of(
              Column.INSTITUTION, PassportField.INSTITUTION,
              Column.OGRN, PassportField.OGRN,
              Column.INN, PassportField.INN,
              Column.ADDRESS, PassportField.POSTAL_ADDRESS,
              Column.PHONE, PassportField.PHONE,
              Column.EMAIL, PassportField.EMAIL));

  private final ShowPassport showPassport;

  CheckOrganisations(ShowPassport showPassport) {
    this.showPassport = showPassport;
  }

  /**
   * @param officeId where rows without a parent belong, if the office is a territory
   */
  List<Checked> check(
      RegisterTable table, Register register, UUID officeId, Level office, LocalDate today) {
    Map<String, Integer> seen = new HashMap<>();
    List<Checked> checked = new ArrayList<>();
    for (RegisterTable.Line line : table.lines()) {
      checked.add(check(line, register, officeId, office, today, seen));
    }
    table.totals().forEach(total -> compareTotal(total, table.lines()).ifPresent(checked::add));
    return checked;
  }

  private Checked check(
      RegisterTable.Line line,
      Register register,
      UUID officeId,
      Level office,
      LocalDate today,
      Map<String, Integer> seen) {
    Cells cells = new Cells(line, today);
    String name = cells.needed(Column.NAME);
    KnownOrganisation known = findByInpo(cells, register);
    UUID parentId = known == null ? parentOf(cells, register, officeId, office) : known.parentId();
    if (known == null && parentId != null && cells.text(Column.INPO).isEmpty()) {
      List<KnownOrganisation> same = register.find(name, parentId);
      known = same.isEmpty() ? null : same.get(0);
    }
    Integer first = seen.putIfAbsent(parentId + Column.plain(name), line.number());
    if (first != null) {
      cells.remark(Code.TWICE_IN_FILE, Column.NAME, String.valueOf(first));
    }
    Map<PassportField, String> fields = fields(cells);
    String kind = kind(cells);
    LocalDate asOf = cells.date(Column.REPORTED_ON);
    List<Count> counts = counts(cells, asOf == null ? today : asOf);
    List<String> changes = known == null ? List.of() : keepNew(known.id(), cells, fields, counts);
    if (cells.hasError() || parentId == null) {
      return new Checked(
          new PlannedRow(line.number(), Outcome.ERROR, name, null, List.of(), cells.remarks()),
          null);
    }
    Outcome outcome =
        known == null ? Outcome.NEW : changes.isEmpty() ? Outcome.UNCHANGED : Outcome.CHANGED;
    UUID knownId = known == null ? null : known.id();
    boolean hasRights = Column.plain(cells.text(Column.TYPE)).contains("правами");
    String shortName = cells.optional(Column.SHORT_NAME);
    OrganisationEntry entry =
        new OrganisationEntry(
            knownId,
            parentId,
            hasRights,
            name,
            shortName == null ? name : shortName,
            kind,
            fields,
            counts);
    return new Checked(
        new PlannedRow(line.number(), outcome, name, knownId, changes, cells.remarks()),
        outcome == Outcome.UNCHANGED ? null : entry);
  }

  private static @Nullable KnownOrganisation findByInpo(Cells cells, Register register) {
    String inpo = cells.text(Column.INPO);
    if (inpo.isEmpty()) {
      return null;
    }
    List<KnownOrganisation> found = register.find(inpo);
    if (found.size() != 1 || !found.get(0).inpo().equals(inpo)) {
      cells.remark(Code.UNKNOWN_ORGANISATION, Column.INPO);
      return null;
    }
    return found.get(0);
  }

  private static @Nullable UUID parentOf(
      Cells cells, Register register, UUID officeId, Level office) {
    String text = cells.text(Column.PARENT);
    if (text.isEmpty() && office == Level.LOCAL) {
      return officeId;
    }
    List<KnownOrganisation> found =
        register.find(cells.needed(Column.PARENT)).stream()
            .filter(parent -> Level.PRIMARY.mayStandBelow(parent.level()))
            .toList();
    if (found.size() == 1) {
      return found.get(0).id();
    }
    if (!text.isEmpty()) {
      cells.remark(
          found.isEmpty() ? Code.UNKNOWN_PARENT : Code.AMBIGUOUS_ORGANISATION, Column.PARENT);
    }
    return null;
  }

  private static Map<PassportField, String> fields(Cells cells) {
    Map<PassportField, String> fields = new EnumMap<>(PassportField.class);
    FIELDS.forEach(
        (column, field) -> {
          String value = cells.value(column, field);
          if (value != null) {
            fields.put(field, value);
          }
        });
    if (fields.containsKey(PassportField.OGRN)) {
      fields.put(PassportField.LEGAL_PERSON, "YES");
    }
    return fields;
  }

  private static @Nullable String kind(Cells cells) {
    String text = cells.text(Column.INSTITUTION_KIND);
    String kind = KINDS.get(Column.plain(text));
    if (!text.isEmpty() && kind == null) {
      cells.remark(Code.NOT_A_VALUE, Column.INSTITUTION_KIND);
    }
    return kind;
  }

  private static List<Count> counts(Cells cells, LocalDate asOf) {
    List<Count> counts = new ArrayList<>();
    COUNTS.forEach(
        (column, subject) -> {
          boolean isAsked = column == Column.MEMBERS || !cells.text(column).isEmpty();
          if (isAsked && cells.hasNumber(column)) {
            counts.add(new Count(subject, asOf, cells.text(column)));
          }
        });
    return counts;
  }

  /**
   * Leaves what would fill an empty field or declare another number, and names it. What a passport
   * says otherwise stays: its own organisation keeps it.
   */
  private List<String> keepNew(
      UUID organisationId, Cells cells, Map<PassportField, String> fields, List<Count> counts) {
    Passport passport = showPassport.show(organisationId, null, null);
    List<String> changes = new ArrayList<>();
    FIELDS.forEach(
        (column, field) -> {
          FieldValue held = passport.values().get(field.name());
          String value = fields.get(field);
          if (value == null) {
            return;
          }
          if (held == null || held.value() == null) {
            changes.add(column.header());
            return;
          }
          if (!held.value().equals(value)) {
            cells.remark(Code.OTHER_IN_PASSPORT, column, held.value());
          }
          fields.remove(field);
        });
    if (passport.values().containsKey(PassportField.LEGAL_PERSON.name())) {
      fields.remove(PassportField.LEGAL_PERSON);
    }
    counts.removeIf(count -> isDeclared(passport.counts(), count));
    COUNTS.forEach(
        (column, subject) -> {
          if (counts.stream().anyMatch(count -> count.subject() == subject)) {
            changes.add(column.header());
          }
        });
    return changes;
  }

  private static boolean isDeclared(List<DeclaredCount> declared, Count count) {
    return declared.stream()
        .filter(held -> held.subject() == count.subject())
        .anyMatch(held -> held.raw().equals(count.raw()) && !held.asOf().isBefore(count.asOf()));
  }

  /** A total is compared with its rows and never believed. */
  private static Optional<Checked> compareTotal(
      RegisterTable.Line total, List<RegisterTable.Line> lines) {
    Integer stated = numberOf(total);
    if (stated == null) {
      return Optional.empty();
    }
    int sum =
        lines.stream()
            .map(CheckOrganisations::numberOf)
            .filter(Objects::nonNull)
            .mapToInt(Integer::intValue)
            .sum();
    if (sum == stated) {
      return Optional.empty();
    }
    Remark remark =
        Remark.of(
            Code.TOTAL_DIFFERS, Column.MEMBERS, total.text(Column.MEMBERS), String.valueOf(sum));
    return Optional.of(
        new Checked(
            new PlannedRow(
                total.number(), Outcome.UNCHANGED, "Итого", null, List.of(), List.of(remark)),
            null));
  }

  private static @Nullable Integer numberOf(RegisterTable.Line line) {
    try {
      return DeclaredNumber.read(line.text(Column.MEMBERS)).value();
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
