package org.profbilet.memberlists.form;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.profbilet.memberlists.form.RowProblem.Code;
import org.profbilet.members.Education;
import org.profbilet.members.Engagement;
import org.profbilet.members.JoinedOn;
import org.profbilet.members.MemberCategory;
import org.profbilet.members.PersonName;
import org.profbilet.members.Sex;
import org.profbilet.members.StaffGroup;
import org.profbilet.members.TicketNumber;
import org.profbilet.members.UnionRole;

/** Turns the cells of a row into a person, or into what keeps it from being one. */
record PersonRow(DateColumns dates) {

  private static final int LONGEST_POSITION = 120;
  private static final int LONGEST_UNIT = 120;
  private static final int LONGEST_NUMBER = 30;
  private static final int LONGEST_PAPER_TICKET = 20;
  private static final int LONGEST_NOTE = 250;

  ListedRow read(RowCells row) {
    ListedPerson person = person(row);
    return new ListedRow(row.number(), title(row), row.hasError() ? null : person, row.problems());
  }

  private static String title(RowCells row) {
    String names =
        row.text(Column.LAST_NAME)
            + " "
            + row.text(Column.FIRST_NAME)
            + " "
            + row.text(Column.MIDDLE_NAME);
    String title = names.replaceAll("\\s+", " ").strip();
    return title.length() > 100 ? title.substring(0, 100) : title;
  }

  /** Every column is read before the first error counts, so that the chair sees all at once. */
  private @Nullable ListedPerson person(RowCells row) {
    PersonName name = NameColumns.read(row);
    LocalDate birthDate = dates.birth(row);
    Sex sex = needed(row, Column.SEX, CodeList.SEX);
    MemberCategory category = needed(row, Column.CATEGORY, CodeList.CATEGORY);
    Engagement engagement = needed(row, Column.ENGAGEMENT, CodeList.ENGAGEMENT);
    String unit = row.free(Column.UNIT, LONGEST_UNIT);
    String position = position(row, category);
    StaffGroup group = staffGroup(row, category);
    Education education = optional(row, Column.EDUCATION, CodeList.EDUCATION);
    JoinedOn joined = dates.joined(row);
    LocalDate registered = registered(row, joined);
    String protocol = row.free(Column.PROTOCOL_NUMBER, LONGEST_NUMBER);
    LocalDate protocolOn = dates.optional(row, Column.PROTOCOL_DATE);
    String paper = paperTicket(row);
    TicketNumber ticket = ticketNumber(row);
    ListedConsents consents = ConsentColumns.read(row, dates);
    var phone = ContactColumns.phone(row, consents);
    var email = ContactColumns.email(row, consents);
    Set<UnionRole> roles = roles(row);
    Boolean dues = optional(row, Column.DUES_BY_PAYROLL, CodeList.YES_NO);
    String note = row.free(Column.NOTE, LONGEST_NOTE);
    if (name == null
        || birthDate == null
        || sex == null
        || category == null
        || engagement == null
        || joined == null
        || registered == null) {
      return null;
    }
    return new ListedPerson(
        name,
        birthDate,
        sex,
        category,
        engagement,
        unit,
        position,
        group,
        education,
        joined,
        registered,
        protocol,
        protocolOn,
        paper,
        ticket,
        phone,
        email,
        roles,
        dues,
        consents,
        note);
  }

  private @Nullable LocalDate registered(RowCells row, @Nullable JoinedOn joined) {
    LocalDate registered = dates.needed(row, Column.REGISTERED);
    if (registered != null && joined != null && joined.isAfter(registered)) {
      row.problem(Column.REGISTERED, Code.REGISTERED_BEFORE_JOINED);
    }
    return registered;
  }

  private static @Nullable String position(RowCells row, @Nullable MemberCategory category) {
    boolean needed = category == MemberCategory.WORKING || category == MemberCategory.STUDENT;
    if (needed && row.needed(Column.POSITION) == null) {
      return null;
    }
    return row.free(Column.POSITION, LONGEST_POSITION);
  }

  private static @Nullable StaffGroup staffGroup(RowCells row, @Nullable MemberCategory category) {
    return category == MemberCategory.WORKING
        ? needed(row, Column.STAFF_GROUP, CodeList.STAFF_GROUP)
        : optional(row, Column.STAFF_GROUP, CodeList.STAFF_GROUP);
  }

  /** Excel cuts the leading zeros of a number; only a text cell keeps what the paper says. */
  private static @Nullable String paperTicket(RowCells row) {
    String ticket = row.free(Column.PAPER_TICKET, LONGEST_PAPER_TICKET);
    if (ticket != null && row.cell(Column.PAPER_TICKET).kind() == Cell.Kind.NUMBER) {
      row.problem(Column.PAPER_TICKET, Code.ZEROS_MAY_BE_LOST);
    }
    return ticket;
  }

  private static @Nullable TicketNumber ticketNumber(RowCells row) {
    String digits = row.text(Column.TICKET_NUMBER).replaceAll("[\\s-]", "");
    if (digits.isEmpty()) {
      return null;
    }
    boolean cut = row.cell(Column.TICKET_NUMBER).kind() == Cell.Kind.NUMBER && digits.length() < 10;
    String full = cut ? "0".repeat(10 - digits.length()) + digits : digits;
    if (!TicketNumber.isValid(full)) {
      row.problem(Column.TICKET_NUMBER, Code.TICKET_NUMBER_WRONG);
      return null;
    }
    return new TicketNumber(full);
  }

  private static Set<UnionRole> roles(RowCells row) {
    Set<UnionRole> roles = EnumSet.noneOf(UnionRole.class);
    for (String word : row.text(Column.UNION_ROLE).split("[;,\\n]")) {
      Optional<UnionRole> role = CodeList.UNION_ROLE.find(word.strip());
      if (role.isPresent()) {
        roles.add(role.get());
      } else if (!word.isBlank()) {
        row.problem(Column.UNION_ROLE, Code.CODE_UNKNOWN, words(CodeList.UNION_ROLE));
        return roles;
      }
    }
    return roles;
  }

  private static <T> @Nullable T needed(RowCells row, Column column, CodeList<T> codes) {
    return row.needed(column) == null ? null : optional(row, column, codes);
  }

  private static <T> @Nullable T optional(RowCells row, Column column, CodeList<T> codes) {
    String text = row.text(column);
    if (text.isEmpty()) {
      return null;
    }
    Optional<T> code = codes.find(text);
    if (code.isEmpty()) {
      row.problem(column, Code.CODE_UNKNOWN, words(codes));
    }
    return code.orElse(null);
  }

  private static String words(CodeList<?> codes) {
    return String.join(", ", codes.words());
  }
}
