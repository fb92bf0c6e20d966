package org.profbilet.meetings.exports;

import static org.profbilet.printing.Template.text;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.profbilet.access.NotYours;
import org.profbilet.meetings.exports.ListAttendees.Attended;
import org.profbilet.printing.PdfPrinter;
import org.profbilet.printing.QrImage;
import org.profbilet.printing.Template;

/**
 * Badges of those expected. The card of the union is the mandate; a badge only names: its code is
 * the ticket number, for which a door asks to see a document.
 */
@Singleton
public class PrintBadges {

  private static final Template PAGE = Template.named("badges.html");
  private static final Template BADGE = Template.named("badge.html");

  private final ListAttendees attendees;
  private final PdfPrinter printer;

  PrintBadges(ListAttendees attendees, PdfPrinter printer) {
    this.attendees = attendees;
    this.printer = printer;
  }

  /**
   * @return a PDF, ten badges a sheet
   * @throws NotYours where the list is of another organisation
   */
  @Transactional
  public byte[] print(UUID accountId, UUID meetingId, UUID listId) {
    Attended attended = attendees.list(accountId, meetingId, listId, "badges");
    String badges =
        attended.people().stream().map(row -> badge(attended, row)).collect(Collectors.joining());
    return printer.print(PAGE.fill(Map.of("badges", badges)));
  }

  private static String badge(Attended attended, AttendeeRow row) {
    String code =
        row.ticketNumber().isEmpty()
            ? ""
            : "<img src=\"" + QrImage.dataUri(row.ticketNumber()) + "\" />";
    return BADGE.fill(
        Map.of(
            "title", text(attended.title()),
            "name", text(row.name()),
            "sender", text(row.sender() == null ? "" : row.sender()),
            "category", text(row.category()),
            "number", row.number() == null ? "" : "№ " + row.number(),
            "code", code));
  }
}
