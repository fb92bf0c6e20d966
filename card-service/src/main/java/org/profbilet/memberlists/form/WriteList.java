package org.profbilet.memberlists.form;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.profbilet.members.JoinedOn.Precision;
import org.profbilet.organisations.Inpo;

/** Writes people into the form, so that what was exported can be mended and loaded again. */
@Singleton
public class WriteList {

  private static final int HEADER_ROW = 2;
  private static final int ROWS_IN_MEMORY = 500;

  /**
   * @param stamp when it was exported and under which number, so that a stray copy can be traced
   */
  public byte[] write(Inpo inpo, String stamp, List<ListedPerson> people) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Profbilet", "1.0")) {
      Worksheet sheet = book.newWorksheet(Sentences.text("template.sheet"));
      titles(sheet, inpo, stamp);
      for (int i = 0; i < people.size(); i++) {
        person(sheet, HEADER_ROW + 1 + i, i + 1, people.get(i));
        if (i % ROWS_IN_MEMORY == 0) {
          sheet.flush();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void titles(Worksheet sheet, Inpo inpo, String stamp) {
    sheet.value(0, 0, Sentences.text("template.title"));
    sheet.value(0, 6, Sentences.text("template.inpo"));
    sheet.value(0, 7, inpo.value());
    sheet.value(1, 0, stamp);
    for (Column column : Column.values()) {
      sheet.value(HEADER_ROW, column.ordinal(), column.header());
      sheet.width(column.ordinal(), Math.max(12, Math.min(column.header().length(), 30)));
    }
    sheet.range(HEADER_ROW, 0, HEADER_ROW, Column.values().length - 1).style().bold().set();
    sheet.freezePane(Column.FIRST_NAME.ordinal(), HEADER_ROW + 1);
  }

  private static void person(Worksheet sheet, int row, int number, ListedPerson person) {
    sheet.value(row, Column.ROW_NUMBER.ordinal(), number);
    texts(person).forEach((column, text) -> sheet.value(row, column.ordinal(), text));
    days(person)
        .forEach(
            (column, day) -> {
              sheet.value(row, column.ordinal(), day);
              sheet.style(row, column.ordinal()).format("dd.mm.yyyy").set();
            });
  }

  private static Map<Column, String> texts(ListedPerson person) {
    Map<Column, String> texts = new EnumMap<>(Column.class);
    texts.put(Column.LAST_NAME, person.name().last());
    texts.put(Column.FIRST_NAME, person.name().first());
    put(texts, Column.MIDDLE_NAME, person.name().middle());
    texts.put(Column.SEX, CodeList.SEX.word(person.sex()));
    texts.put(Column.CATEGORY, CodeList.CATEGORY.word(person.category()));
    texts.put(Column.ENGAGEMENT, CodeList.ENGAGEMENT.word(person.engagement()));
    put(texts, Column.UNIT, person.unit());
    put(texts, Column.POSITION, person.position());
    put(texts, Column.STAFF_GROUP, CodeList.STAFF_GROUP, person.staffGroup());
    put(texts, Column.EDUCATION, CodeList.EDUCATION, person.education());
    if (person.joinedUnion().precision() == Precision.YEAR) {
      texts.put(Column.JOINED_UNION, String.valueOf(person.joinedUnion().date().getYear()));
    }
    put(texts, Column.PROTOCOL_NUMBER, person.protocolNumber());
    put(texts, Column.PAPER_TICKET, person.paperTicket());
    put(texts, Column.TICKET_NUMBER, ticket(person));
    put(texts, Column.PHONE, person.phone() == null ? null : person.phone().e164());
    put(texts, Column.EMAIL, person.email() == null ? null : person.email().value());
    put(texts, Column.UNION_ROLE, words(CodeList.UNION_ROLE, person.unionRoles()));
    put(texts, Column.DUES_BY_PAYROLL, CodeList.YES_NO, person.duesByPayroll());
    put(texts, Column.CHANNELS, words(CodeList.CHANNEL, person.consents().channels()));
    put(texts, Column.NOTE, person.note());
    return texts;
  }

  private static Map<Column, LocalDate> days(ListedPerson person) {
    Map<Column, LocalDate> days = new EnumMap<>(Column.class);
    days.put(Column.BIRTH_DATE, person.birthDate());
    if (person.joinedUnion().precision() == Precision.DAY) {
      days.put(Column.JOINED_UNION, person.joinedUnion().date());
    }
    days.put(Column.REGISTERED, person.registeredOn());
    put(days, Column.PROTOCOL_DATE, person.protocolOn());
    put(days, Column.CONSENT_PROCESSING, person.consents().processingOn());
    put(days, Column.CONSENT_PARTNER, person.consents().partnerOn());
    put(days, Column.CONSENT_MESSAGES, person.consents().messagesOn());
    return days;
  }

  private static @Nullable String ticket(ListedPerson person) {
    return person.ticketNumber() == null ? null : person.ticketNumber().value();
  }

  private static <T> void put(Map<Column, T> cells, Column column, @Nullable T value) {
    if (value != null) {
      cells.put(column, value);
    }
  }

  private static <T> void put(
      Map<Column, String> texts, Column column, CodeList<T> codes, @Nullable T code) {
    if (code != null) {
      texts.put(column, codes.word(code));
    }
  }

  private static <T extends Enum<T>> @Nullable String words(CodeList<T> codes, Collection<T> all) {
    return all.isEmpty()
        ? null
        : all.stream().sorted().map(codes::word).collect(Collectors.joining("; "));
  }
}
