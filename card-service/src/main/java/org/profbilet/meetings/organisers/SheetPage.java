package org.profbilet.meetings.organisers;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.profbilet.meetings.CheckInList;
import org.profbilet.meetings.Hashes;
import org.profbilet.meetings.devices.DeviceRow;
import org.profbilet.printing.QrImage;

/** A sheet as a page: a line, its code, and room for name, number, hour and signature. */
final class SheetPage {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private SheetPage() {}

  static String of(CheckInList list, DeviceRow sheet) {
    StringBuilder lines = new StringBuilder();
    int count = sheet.lineCount() == null ? 0 : sheet.lineCount();
    for (int line = 1; line <= count; line++) {
      lines.append(
          "<tr><td class=\"n\">%d</td><td class=\"q\"><img src=\"%s\"/></td><td></td><td></td><td></td><td></td></tr>"
              .formatted(line, QrImage.dataUri(code(sheet.id(), line))));
    }
    return """
    <html><head><style>
    @page { size: A4; margin: 15mm 12mm; }
    body { font-family: 'Liberation Serif'; font-size: 11pt; }
    h1 { font-size: 14pt; margin: 0 0 2mm; }
    table { width: 100%%; border-collapse: collapse; -fs-table-paginate: paginate; }
    td, th { border: 0.3mm solid #000; padding: 1mm; height: 15mm; page-break-inside: avoid; }
    th { height: auto; font-weight: bold; }
    .n { width: 8mm; text-align: center; } .q { width: 15mm; } img { width: 13mm; height: 13mm; }
    </style></head><body>
    <h1>%s. %s, %s</h1>
    <p>%s. Пишите разборчиво: фамилия с инициалами, номер билета (10 цифр), время, подпись.</p>
    <table><thead><tr><th>№</th><th>Код</th><th>Фамилия, инициалы</th><th>Номер билета</th><th>Время</th><th>Подпись</th></tr></thead>
    <tbody>%s</tbody></table></body></html>
    """
        .formatted(
            escaped(sheet.name()),
            escaped(list.name()),
            DAY.format(list.opensAt().atZone(ZoneId.of(list.zone()))),
            escaped(sheet.door()),
            lines);
  }

  /** Names a line of a sheet to whoever enters it. */
  static String code(UUID sheet, int line) {
    String name = sheet.toString().replace("-", "").toUpperCase(Locale.ROOT);
    String check = Hashes.sha256("paper " + name + line).substring(0, 4);
    return "EPBP:%s:%d:%s".formatted(name, line, check.toUpperCase(Locale.ROOT));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
