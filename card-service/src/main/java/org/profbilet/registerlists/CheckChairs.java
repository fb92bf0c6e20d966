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
import org.profbilet.organisations.passport.FieldValue;
import org.profbilet.organisations.passport.PassportField;
import org.profbilet.organisations.passport.ShowPassport;
import org.profbilet.organisations.structure.KeepOfficials;
import org.profbilet.organisations.structure.Official;
import org.profbilet.organisations.structure.Post;
import org.profbilet.registerlists.Remark.Code;

/** Compares a list of chairs and responsible persons with those in office. */
@Singleton
class CheckChairs {

  private static final int LONGEST_TERM_YEARS = 10;

  private final KeepOfficials officials;
  private final ShowPassport showPassport;

  CheckChairs(KeepOfficials officials, ShowPassport showPassport) {
    this.officials = officials;
    this.showPassport = showPassport;
  }

  List<Checked> check(RegisterTable table, Register register, UUID officeId, LocalDate today) {
    Map<String, Integer> seen = new HashMap<>();
    List<Checked> checked = new ArrayList<>();
    for (RegisterTable.Line line : table.lines()) {
      checked.add(check(new Cells(line, today), line.number(), register, officeId, today, seen));
    }
    return checked;
  }

  private Checked check(
      Cells cells,
      int number,
      Register register,
      UUID officeId,
      LocalDate today,
      Map<String, Integer> seen) {
    Optional<KnownOrganisation> organisation = organisationOf(cells, register);
    String lastName = cells.needed(Column.LAST_NAME);
    String firstName = cells.needed(Column.FIRST_NAME);
    cells.needed(Column.ELECTED_ON);
    LocalDate electedOn = cells.date(Column.ELECTED_ON);
    LocalDate until = cells.date(Column.TERM_UNTIL, today.plusYears(LONGEST_TERM_YEARS));
    Post post = postOf(cells);
    Map<PassportField, String> readiness = readiness(cells);
    String phone = cells.value(Column.MOBILE, PassportField.PHONE);
    String email = cells.value(Column.EMAIL, PassportField.EMAIL);
    LocalDate protocolOn = cells.date(Column.PROTOCOL_ON);
    LocalDate undertakingOn = cells.date(Column.UNDERTAKING_ON);
    if (electedOn != null && until != null && !until.isAfter(electedOn)) {
      cells.remark(Code.NOT_A_DATE, Column.TERM_UNTIL);
    }
    organisation
        .map(
            found ->
                seen.putIfAbsent(
                    found.id() + post.name() + nameOf(post, lastName, firstName), number))
        .ifPresent(
            first -> cells.remark(Code.TWICE_IN_FILE, Column.LAST_NAME, String.valueOf(first)));
    String title =
        organisation.map(found -> found.shortName() + ": ").orElse("") + lastName + " " + firstName;
    if (organisation.isEmpty() || electedOn == null || cells.hasError()) {
      return new Checked(
          new PlannedRow(number, Outcome.ERROR, title, null, List.of(), cells.remarks()), null);
    }
    UUID id = organisation.get().id();
    List<Official> inOffice =
        officials.list(officeId, id).stream()
            .filter(official -> official.endedOn() == null && official.post() == post)
            .toList();
    boolean isThere =
        inOffice.stream()
            .anyMatch(o -> isSame(o, lastName, firstName, cells.optional(Column.MIDDLE_NAME)));
    Official before = isThere || post != Post.CHAIR || inOffice.isEmpty() ? null : inOffice.get(0);
    if (before != null && electedOn.isBefore(before.electedOn())) {
      cells.remark(Code.NOT_A_DATE, Column.ELECTED_ON);
      return new Checked(
          new PlannedRow(number, Outcome.ERROR, title, id, List.of(), cells.remarks()), null);
    }
    if (before != null) {
      cells.remark(Code.ANOTHER_IN_OFFICE, Column.LAST_NAME, cells.text(Column.ELECTED_ON));
    }
    Map<PassportField, String> news = keepNew(id, readiness);
    Outcome outcome =
        !isThere
            ? (before == null ? Outcome.NEW : Outcome.CHANGED)
            : news.isEmpty() ? Outcome.UNCHANGED : Outcome.CHANGED;
    ChairEntry entry =
        new ChairEntry(
            id,
            !isThere,
            before == null ? null : before.id(),
            post,
            lastName,
            firstName,
            cells.optional(Column.MIDDLE_NAME),
            cells.optional(Column.PROTOCOL_NUMBER),
            protocolOn,
            electedOn,
            until,
            phone,
            email,
            undertakingOn,
            news);
    List<String> changes = new ArrayList<>();
    if (!isThere) {
      changes.add(Column.POST.header());
    }
    if (news.containsKey(PassportField.HAS_COMPUTER)) {
      changes.add(Column.COMPUTER.header());
    }
    if (news.containsKey(PassportField.HAS_INTERNET)) {
      changes.add(Column.INTERNET.header());
    }
    return new Checked(
        new PlannedRow(number, outcome, title, id, changes, cells.remarks()),
        outcome == Outcome.UNCHANGED ? null : entry);
  }

  private static Optional<KnownOrganisation> organisationOf(Cells cells, Register register) {
    Column column = cells.text(Column.INPO).isEmpty() ? Column.ORGANISATION : Column.INPO;
    String text = cells.needed(column);
    List<KnownOrganisation> found = register.find(text);
    if (found.size() == 1) {
      return Optional.of(found.get(0));
    }
    if (!text.isEmpty()) {
      cells.remark(
          found.isEmpty() ? Code.UNKNOWN_ORGANISATION : Code.AMBIGUOUS_ORGANISATION, column);
    }
    return Optional.empty();
  }

  private static Post postOf(Cells cells) {
    String plain = Column.plain(cells.text(Column.POST));
    if (plain.isEmpty() || plain.startsWith("председатель")) {
      return Post.CHAIR;
    }
    if (!plain.contains("ответственн")) {
      cells.remark(Code.NOT_A_VALUE, Column.POST);
    }
    return Post.AIS_OFFICER;
  }

  private static Map<PassportField, String> readiness(Cells cells) {
    Map<PassportField, String> readiness = new EnumMap<>(PassportField.class);
    String computer = cells.yesNo(Column.COMPUTER);
    String internet = cells.yesNo(Column.INTERNET);
    if (computer != null) {
      readiness.put(PassportField.HAS_COMPUTER, computer);
    }
    if (internet != null) {
      readiness.put(PassportField.HAS_INTERNET, internet);
    }
    return readiness;
  }

  private Map<PassportField, String> keepNew(UUID id, Map<PassportField, String> readiness) {
    Map<String, FieldValue> held = showPassport.show(id, null, null).values();
    Map<PassportField, String> news = new EnumMap<>(PassportField.class);
    readiness.forEach(
        (field, answer) -> {
          FieldValue there = held.get(field.name());
          if (there == null || !answer.equals(there.value())) {
            news.put(field, answer);
          }
        });
    return news;
  }

  /** There is one chair, whoever it is; of the responsible there may be several. */
  private static String nameOf(Post post, String lastName, String firstName) {
    return post == Post.CHAIR ? "" : Column.plain(lastName + firstName);
  }

  private static boolean isSame(
      Official official, String lastName, String firstName, @Nullable String middleName) {
    return Column.plain(official.lastName()).equals(Column.plain(lastName))
        && Column.plain(official.firstName()).equals(Column.plain(firstName))
        && Objects.equals(plain(official.middleName()), plain(middleName));
  }

  private static String plain(@Nullable String text) {
    return text == null ? "" : Column.plain(text);
  }
}
