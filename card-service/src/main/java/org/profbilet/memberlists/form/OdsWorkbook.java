package org.profbilet.memberlists.form;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * OpenDocument, streamed from its one part. A library that builds the whole sheet cannot be used:
 * one attribute of the format repeats a row a million times.
 */
record OdsWorkbook(byte[] file, int sheets) implements Workbook {

  private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
  private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

  static OdsWorkbook open(byte[] file) throws IOException {
    refuseEncrypted(file);
    int[] tables = {0};
    scan(file, (reader, table) -> tables[0]++);
    return new OdsWorkbook(file, tables[0]);
  }

  @Override
  public void read(int sheet, SheetRows rows) throws IOException {
    scan(
        file,
        (reader, table) -> {
          if (table == sheet) {
            readTable(reader, rows);
          }
        });
  }

  private interface Tables {
    void table(XMLStreamReader reader, int table) throws XMLStreamException, IOException;
  }

  private static void scan(byte[] file, Tables tables) throws IOException {
    try (ZipFile zip = zip(file);
        InputStream content = part(zip, "content.xml")) {
      XMLStreamReader reader = factory().createXMLStreamReader(content);
      int table = 0;
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT && is(reader, TABLE, "table")) {
          tables.table(reader, table++);
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException("content.xml does not parse");
    }
  }

  private static void refuseEncrypted(byte[] file) throws IOException {
    try (ZipFile zip = zip(file);
        InputStream manifest = part(zip, "META-INF/manifest.xml")) {
      String text = new String(manifest.readAllBytes(), StandardCharsets.UTF_8);
      if (text.contains("encryption-data")) {
        throw new NotAList(Unreadable.PASSWORD);
      }
    }
  }

  private static ZipFile zip(byte[] file) throws IOException {
    return ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get();
  }

  private static InputStream part(ZipFile zip, String name) throws IOException {
    return zip.getInputStream(zip.getEntry(name));
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  private static void readTable(XMLStreamReader reader, SheetRows rows)
      throws XMLStreamException, IOException {
    int number = 1;
    boolean wanted = true;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT && is(reader, TABLE, "table")) {
        return;
      }
      if (wanted && event == XMLStreamConstants.START_ELEMENT && is(reader, TABLE, "table-row")) {
        int repeated = repeated(reader, "number-rows-repeated");
        List<Cell> cells = row(reader);
        boolean blank = cells.stream().allMatch(Cell::isEmpty);
        for (int i = 0; wanted && i < (blank ? 1 : repeated); i++) {
          wanted = rows.row(number + i, cells);
        }
        number += repeated;
      }
    }
  }

  private static List<Cell> row(XMLStreamReader reader) throws XMLStreamException {
    List<Cell> cells = new ArrayList<>();
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT && is(reader, TABLE, "table-row")) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT && isCell(reader)) {
        int repeated = repeated(reader, "number-columns-repeated");
        Cell cell = cell(reader);
        for (int i = 0; i < repeated && cells.size() < WIDEST; i++) {
          cells.add(cell);
        }
      }
    }
    return cells;
  }

  private static Cell cell(XMLStreamReader reader) throws XMLStreamException {
    String type = reader.getAttributeValue(OFFICE, "value-type");
    String value = reader.getAttributeValue(OFFICE, "value");
    String date = reader.getAttributeValue(OFFICE, "date-value");
    String shown = shown(reader);
    Cell day = "date".equals(type) && date != null ? date(date) : null;
    if (day != null) {
      return day;
    }
    boolean number = value != null && ("float".equals(type) || "percentage".equals(type));
    if (number && value.matches("-?[0-9.]{1,40}([eE][+-]?[0-9]{1,3})?")) {
      return Cell.number(new BigDecimal(value));
    }
    return Cell.text(shown);
  }

  /** The paragraphs of the cell up to its end; notes of the chair to herself are left out. */
  private static String shown(XMLStreamReader reader) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    int note = 0;
    while (depth > 0) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        note = note == 0 && is(reader, OFFICE, "annotation") ? depth : note;
        text.append(is(reader, TEXT, "p") && !text.isEmpty() ? "\n" : "");
        text.append(is(reader, TEXT, "s") ? " " : "");
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        note = note == depth ? 0 : note;
        depth--;
      } else if (event == XMLStreamConstants.CHARACTERS && note == 0) {
        text.append(reader.getText());
      }
    }
    return text.toString();
  }

  private static @Nullable Cell date(String value) {
    try {
      return Cell.date(LocalDate.parse(value.length() > 10 ? value.substring(0, 10) : value));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static int repeated(XMLStreamReader reader, String attribute) {
    String times = reader.getAttributeValue(TABLE, attribute);
    return times != null && times.matches("[1-9]\\d{0,6}") ? Integer.parseInt(times) : 1;
  }

  private static boolean isCell(XMLStreamReader reader) {
    return is(reader, TABLE, "table-cell") || is(reader, TABLE, "covered-table-cell");
  }

  private static boolean is(XMLStreamReader reader, String namespace, String name) {
    return name.equals(reader.getLocalName()) && namespace.equals(reader.getNamespaceURI());
  }
}
