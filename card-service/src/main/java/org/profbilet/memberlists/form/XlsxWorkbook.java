package org.profbilet.memberlists.form;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DateUtil;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** Excel 2007 and newer, streamed. */
record XlsxWorkbook(ReadableWorkbook book, int sheets) implements Workbook {

  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

  static XlsxWorkbook open(byte[] file) throws IOException {
    ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS);
    return new XlsxWorkbook(book, (int) book.getSheets().count());
  }

  @Override
  public void read(int sheet, SheetRows rows) throws IOException {
    try (Stream<Row> stream = book.getSheet(sheet).orElseThrow().openStream()) {
      Iterator<Row> iterator = stream.iterator();
      while (iterator.hasNext()) {
        Row row = iterator.next();
        if (!rows.row(row.getRowNum(), cells(row))) {
          return;
        }
      }
    }
  }

  private List<Cell> cells(Row row) {
    int width = Math.min(row.getCellCount(), WIDEST);
    List<Cell> cells = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      org.dhatim.fastexcel.reader.Cell cell = row.getCell(i);
      cells.add(cell == null ? Cell.NOTHING : cell(cell));
    }
    return cells;
  }

  private Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      return isDate(cell, number) ? Cell.date(day(number)) : Cell.number(number);
    }
    return Cell.text(value == null ? cell.getRawValue() : String.valueOf(value));
  }

  /** A number is a day only where the cell is formatted so: 29252 alone may be anything. */
  private static boolean isDate(org.dhatim.fastexcel.reader.Cell cell, BigDecimal number) {
    Integer id = cell.getDataFormatId();
    String format = cell.getDataFormatString();
    return id != null
        && format != null
        && number.signum() > 0
        && number.compareTo(BigDecimal.valueOf(2_958_465)) <= 0
        && DateUtil.isADateFormat(id, format);
  }

  private LocalDate day(BigDecimal serial) {
    return DateUtil.getLocalDateTime(serial.doubleValue(), book.isDate1904()).toLocalDate();
  }
}
