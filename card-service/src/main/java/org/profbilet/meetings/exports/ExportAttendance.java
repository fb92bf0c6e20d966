package org.profbilet.meetings.exports;

import static org.profbilet.printing.Template.text;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.profbilet.access.NotYours;
import org.profbilet.meetings.Phrases;
import org.profbilet.meetings.exports.ListAttendees.Attended;
import org.profbilet.printing.PdfPrinter;
import org.profbilet.printing.Template;

/** The list of those expected and those who came: for a spreadsheet, and to print and sign. */
@Singleton
public class ExportAttendance {

  private static final Template PAGE = Template.named("attendance.html");
  private static final List<String> COLUMNS =
      List.of(
          "name", "ticket", "sender", "mandate", "category", "state", "since", "door", "counted");
  private static final int WIDTH = 18;

  private final ListAttendees attendees;
  private final PdfPrinter printer;

  ExportAttendance(ListAttendees attendees, PdfPrinter printer) {
    this.attendees = attendees;
    this.printer = printer;
  }

  /**
   * @return an xlsx file whose cells are all text: a spreadsheet must not eat the zeros of a number
   * @throws NotYours where the list is of another organisation
   */
  @Transactional
  public byte[] xlsx(UUID accountId, UUID meetingId, UUID listId) {
    Attended attended = attendees.list(accountId, meetingId, listId, "xlsx");
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(file, "Profbilet", "1.0")) {
      Worksheet sheet = book.newWorksheet(attended.day());
      for (int column = 0; column < COLUMNS.size(); column++) {
        sheet.value(0, column, Phrases.of("column." + COLUMNS.get(column)));
        sheet.width(column, WIDTH);
      }
      sheet.range(0, 0, 0, COLUMNS.size() - 1).style().bold().set();
      sheet.freezePane(1, 1);
      for (int row = 0; row < attended.people().size(); row++) {
        List<String> cells = cells(attended, attended.people().get(row));
        for (int column = 0; column < cells.size(); column++) {
          sheet.value(row + 1, column, cells.get(column));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  private static List<String> cells(Attended attended, AttendeeRow row) {
    return List.of(
        row.name(),
        row.ticketNumber(),
        row.sender() == null ? "" : row.sender(),
        row.number() == null ? "" : row.number().toString(),
        row.category(),
        Phrases.of("state." + row.state()),
        attended.hour(row.since()),
        row.sinceDoor() == null ? "" : row.sinceDoor(),
        row.came() ? Phrases.of(row.counted() ? "yes" : "no") : "");
  }

  /**
   * @return a PDF with a line to sign for each
   * @throws NotYours where the list is of another organisation
   */
  @Transactional
  public byte[] pdf(UUID accountId, UUID meetingId, UUID listId) {
    Attended attended = attendees.list(accountId, meetingId, listId, "pdf");
    StringBuilder rows = new StringBuilder();
    int number = 0;
    for (AttendeeRow row : attended.people()) {
      number++;
      rows.append("<tr>");
      Stream.of(
              String.valueOf(number),
              row.name(),
              row.sender() == null ? "" : row.sender(),
              row.number() == null ? "" : row.number().toString(),
              Phrases.of("state." + row.state()),
              attended.hour(row.since()),
              "")
          .forEach(cell -> rows.append("<td>").append(text(cell)).append("</td>"));
      rows.append("</tr>");
    }
    long came = attended.people().stream().filter(AttendeeRow::came).count();
    return printer.print(
        PAGE.fill(
            Map.of(
                "title", text(attended.title()),
                "list", text(attended.list().name()),
                "day", attended.day(),
                "came", String.valueOf(came),
                "all", String.valueOf(attended.people().size()),
                "rows", rows.toString())));
  }
}
