package org.profbilet.meetings.organisers;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.NotYours;
import org.profbilet.audit.Audit;
import org.profbilet.contract.chair.NewSheet;
import org.profbilet.meetings.CheckInList;
import org.profbilet.meetings.OwnMeetings;
import org.profbilet.meetings.devices.DeviceRepository;
import org.profbilet.meetings.devices.DeviceRow;
import org.profbilet.printing.PdfPrinter;

/** Prints a numbered sheet for times without phones. The sheet is a device at its door. */
@Singleton
public class PrintSheet {

  private final OwnMeetings ownMeetings;
  private final DeviceRepository devices;
  private final PdfPrinter printer;
  private final Audit audit;
  private final Clock clock;

  PrintSheet(
      OwnMeetings ownMeetings,
      DeviceRepository devices,
      PdfPrinter printer,
      Audit audit,
      Clock clock) {
    this.ownMeetings = ownMeetings;
    this.devices = devices;
    this.printer = printer;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param id the key of the request; the same request prints the same sheet
   * @return a PDF; empty where the id was used for another sheet
   * @throws NotYours where the list is of another organisation
   */
  @Transactional
  public Optional<byte[]> print(UUID accountId, UUID meetingId, UUID id, NewSheet asked) {
    CheckInList list = ownMeetings.open(accountId, meetingId, asked.listId());
    DeviceRow known = devices.findById(id).orElse(null);
    DeviceRow sheet = known == null ? made(list, id, asked) : known;
    boolean isSame =
        sheet.meetingId().equals(meetingId)
            && sheet.lists().equals(asked.listId().toString())
            && sheet.door().equals(asked.door().strip())
            && Integer.valueOf(asked.lines()).equals(sheet.lineCount());
    if (!isSame) {
      return Optional.empty();
    }
    if (known == null) {
      devices.save(sheet);
      audit.record(accountId, list.organisationId(), "SHEET_PRINTED", id, Map.of());
    }
    return Optional.of(printer.print(SheetPage.of(list, sheet)));
  }

  private DeviceRow made(CheckInList list, UUID id, NewSheet asked) {
    long number =
        1
            + devices.listOf(list.meetingId()).stream()
                .filter(row -> row.role() == DeviceRow.Role.PAPER)
                .count();
    Instant now = clock.instant();
    return new DeviceRow(
        id,
        list.meetingId(),
        null,
        "Лист " + number,
        asked.door().strip(),
        "",
        "",
        now,
        now,
        null,
        0,
        now,
        DeviceRow.Role.PAPER,
        list.id().toString(),
        null,
        null,
        null,
        asked.lines());
  }
}
