package org.profbilet.registerlists;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes an empty form. All cells are text, or Excel eats zeros and short years. */
@Singleton
public class MakeTemplate {

  private static final int HEADER_ROW = 2;
  private static final int WIDTH_UNIT = 256;

  public byte[] make(Form form) {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      XSSFSheet sheet = book.createSheet(Sentences.text("template.sheet"));
      sheet.createRow(0).createCell(0).setCellValue(Sentences.text("template.title." + form));
      CellStyle text = book.createCellStyle();
      text.setDataFormat(book.createDataFormat().getFormat("@"));
      Font bold = book.createFont();
      bold.setBold(true);
      CellStyle header = book.createCellStyle();
      header.setFont(bold);
      header.setWrapText(true);
      Row headers = sheet.createRow(HEADER_ROW);
      List<Column> columns = form.columns();
      for (int i = 0; i < columns.size(); i++) {
        sheet.setColumnWidth(
            i, Math.max(12, Math.min(columns.get(i).header().length(), 30)) * WIDTH_UNIT);
        sheet.setDefaultColumnStyle(i, text);
        var cell = headers.createCell(i);
        cell.setCellValue(columns.get(i).header());
        cell.setCellStyle(header);
      }
      sheet.createFreezePane(0, HEADER_ROW + 1);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
