package org.profbilet.cards.production;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * What a printing house puts on cards, a row a card, as text throughout: a spreadsheet must not eat
 * the zeros of a number.
 *
 * @param rows in the order of {@link #COLUMNS}
 */
public record PersonalisationFile(List<List<String>> rows) {

  static final List<String> COLUMNS =
      List.of(
          "batchNo",
          "seq",
          "ticketNumber",
          "cardSerial",
          "lastName",
          "firstName",
          "middleName",
          "regionLine",
          "code128",
          "qr",
          "inpo");

  /** Rows that POI holds in memory at a time. */
  private static final int WINDOW = 200;

  public PersonalisationFile {
    rows = List.copyOf(rows);
  }

  public String csv() {
    StringWriter file = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(file)) {
      csv.writeRecord(COLUMNS);
      rows.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toString();
  }

  public byte[] xlsx() {
    try (SXSSFWorkbook book = new SXSSFWorkbook(WINDOW)) {
      SXSSFSheet sheet = book.createSheet("cards");
      fill(sheet.createRow(0), COLUMNS);
      for (int i = 0; i < rows.size(); i++) {
        fill(sheet.createRow(i + 1), rows.get(i));
      }
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      book.write(file);
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fill(Row row, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      row.createCell(i).setCellValue(values.get(i));
    }
  }

  @Override
  public String toString() {
    return "PersonalisationFile[" + rows.size() + "]";
  }
}
