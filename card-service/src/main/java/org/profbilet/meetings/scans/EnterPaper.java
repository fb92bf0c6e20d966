package org.profbilet.meetings.scans;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.NotYours;
import org.profbilet.contract.scanner.DeviceDecision;
import org.profbilet.contract.scanner.OverrideReason;
import org.profbilet.contract.scanner.PaperLine;
import org.profbilet.contract.scanner.PaperSheet;
import org.profbilet.contract.scanner.Scan;
import org.profbilet.contract.scanner.ScanReason;
import org.profbilet.contract.scanner.ScanType;
import org.profbilet.contract.scanner.SyncRequest;
import org.profbilet.meetings.devices.DeviceRepository;
import org.profbilet.meetings.devices.DeviceRow;
import org.profbilet.meetings.devices.Door;
import org.profbilet.meetings.devices.Doors;
import org.profbilet.meetings.devices.RegistrarOnly;

/**
 * Enters what was written on paper. A sheet is a device of its own whose lines are its numbers: a
 * line is entered once, and a line that was never entered is a gap that everybody sees.
 */
@Singleton
public class EnterPaper {

  private final Doors doors;
  private final DeviceRepository devices;
  private final RecordScan recordScan;
  private final Clock clock;

  EnterPaper(Doors doors, DeviceRepository devices, RecordScan recordScan, Clock clock) {
    this.doors = doors;
    this.devices = devices;
    this.recordScan = recordScan;
    this.clock = clock;
  }

  /**
   * Sheets of a list, in the order in which they were printed.
   *
   * @throws RegistrarOnly where a volunteer's phone asks
   */
  @Transactional
  public List<PaperSheet> list(UUID deviceId, UUID listId) {
    Doors.AtList here = doors.lookAsRegistrar(deviceId, listId);
    return devices.listOf(here.list().meetingId()).stream()
        .filter(row -> row.role() == DeviceRow.Role.PAPER && row.lists().equals(listId.toString()))
        .map(row -> sheet(row, listId))
        .toList();
  }

  private PaperSheet sheet(DeviceRow row, UUID listId) {
    int lines = row.lineCount() == null ? 0 : row.lineCount();
    return new PaperSheet(row.id(), listId, row.name(), lines, devices.listEntered(row.id()));
  }

  /**
   * Whoever signed on paper was let in by whoever held the pen.
   *
   * @return empty where the sheet has no such line
   * @throws RegistrarOnly where a volunteer's phone asks
   * @throws NotYours where there is no such sheet
   */
  @Transactional
  public Optional<RecordedScan> enter(UUID deviceId, UUID listId, UUID sheetId, PaperLine line) {
    Doors.AtList here = doors.lookAsRegistrar(deviceId, listId);
    DeviceRow sheet =
        devices
            .lock(sheetId)
            .filter(row -> row.meetingId().equals(here.list().meetingId()))
            .filter(row -> row.role() == DeviceRow.Role.PAPER)
            .filter(row -> row.lists().equals(listId.toString()))
            .orElseThrow(NotYours::new);
    if (sheet.lineCount() == null || line.line() > sheet.lineCount()) {
      return Optional.empty();
    }
    Scan scan = scan(listId, sheetId, line);
    Instant now = clock.instant();
    SyncRequest entered =
        new SyncRequest(scan.scanId(), now, null, null, null, List.of(scan), List.of(), null);
    Door paper = doors.paper(here.door(), sheet);
    return Optional.of(recordScan.record(paper, scan, new Delivery(entered, now)));
  }

  /** The line names the scan, so that entering it twice is once. */
  private static Scan scan(UUID listId, UUID sheetId, PaperLine line) {
    ScanReason told = line.type() == ScanType.ENTRY ? ScanReason.ADMITTED : ScanReason.EXITED;
    byte[] name = (sheetId + "/" + line.line()).getBytes(StandardCharsets.UTF_8);
    return new Scan(
        UUID.nameUUIDFromBytes(name),
        line.line(),
        List.of(listId),
        line.credential(),
        line.type(),
        line.at(),
        null,
        null,
        new Scan.HandAdmission(OverrideReason.ID_SEEN),
        null,
        false,
        false,
        null,
        new DeviceDecision(told.outcome(), told, null, line.at()));
  }
}
