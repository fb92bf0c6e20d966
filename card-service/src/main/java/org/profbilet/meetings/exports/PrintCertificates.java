package org.profbilet.meetings.exports;

import static org.profbilet.printing.Template.text;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.NotYours;
import org.profbilet.meetings.exports.ListAttendees.Attended;
import org.profbilet.organisations.Organisation;
import org.profbilet.organisations.Organisations;
import org.profbilet.printing.PdfPrinter;
import org.profbilet.printing.Template;

/** Certificates that somebody took part, for an employer or an award. */
@Singleton
public class PrintCertificates {

  private static final Template PAGE = Template.named("certificates.html");
  private static final Template CERTIFICATE = Template.named("certificate.html");

  private final ListAttendees attendees;
  private final Organisations organisations;
  private final PdfPrinter printer;

  PrintCertificates(ListAttendees attendees, Organisations organisations, PdfPrinter printer) {
    this.attendees = attendees;
    this.organisations = organisations;
    this.printer = printer;
  }

  /**
   * Of those who came and whose presence nobody disputes, a page each.
   *
   * @param personId of one person; absent for all
   * @return a PDF; empty where nobody such came
   * @throws NotYours where the list is of another organisation
   */
  @Transactional
  public Optional<byte[]> print(
      UUID accountId, UUID meetingId, UUID listId, @Nullable UUID personId) {
    Attended attended = attendees.list(accountId, meetingId, listId, "certificates");
    List<AttendeeRow> people =
        attended.people().stream()
            .filter(row -> row.came() && row.counted())
            .filter(row -> personId == null || personId.equals(row.personId()))
            .toList();
    if (people.isEmpty()) {
      return Optional.empty();
    }
    Organisation organisation = organisations.get(attended.list().organisationId());
    String pages =
        people.stream().map(row -> page(attended, organisation, row)).collect(Collectors.joining());
    return Optional.of(printer.print(PAGE.fill(Map.of("pages", pages))));
  }

  private static String page(Attended attended, Organisation organisation, AttendeeRow row) {
    return CERTIFICATE.fill(
        Map.of(
            "organisation", text(organisation.name()),
            "name", text(row.name()),
            "ticket", text(row.ticketNumber()),
            "title", text(attended.title()),
            "day", attended.day(),
            "hour", attended.hour(row.since())));
  }
}
