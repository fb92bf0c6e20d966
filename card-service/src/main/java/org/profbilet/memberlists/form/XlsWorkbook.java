package org.profbilet.memberlists.form;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** Excel 97 to 2003. The format ends at 65,536 rows, so POI may hold it whole. */
record XlsWorkbook(HSSFWorkbook book) implements Workbook {

  private static final MathContext AS_EXCEL_SHOWS = new MathContext(15);

  @Override
  public int sheets() {
    return book.getNumberOfSheets();
  }

  @Override
  public void read(int number, SheetRows rows) throws IOException {
    Sheet sheet = book.getSheetAt(number);
    for (Row row : sheet) {
      if (!rows.row(row.getRowNum() + 1, cells(row))) {
        return;
      }
    }
  }

  private static List<Cell> cells(Row row) {
    int width = Math.min(Math.max(row.getLastCellNum(), 0), WIDEST);
    List<Cell> cells = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      org.apache.poi.ss.usermodel.Cell cell = row.getCell(i);
      cells.add(cell == null ? Cell.NOTHING : cell(cell));
    }
    return cells;
  }

  private static Cell cell(org.apache.poi.ss.usermodel.Cell cell) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case STRING -> Cell.text(cell.getStringCellValue());
      case NUMERIC -> number(cell);
      case BOOLEAN -> Cell.text(cell.getBooleanCellValue() ? "Да" : "Нет");
      case ERROR -> Cell.text("#ОШИБКА");
      case BLANK, FORMULA, _NONE -> Cell.NOTHING;
    };
  }

  private static Cell number(org.apache.poi.ss.usermodel.Cell cell) {
    double value = cell.getNumericCellValue();
    if (DateUtil.isCellDateFormatted(cell) && value > 0) {
      return Cell.date(cell.getLocalDateTimeCellValue().toLocalDate());
    }
    return Cell.number(new BigDecimal(value, AS_EXCEL_SHOWS));
  }
}
