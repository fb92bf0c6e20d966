package org.profbilet.memberlists.form;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.profbilet.organisations.Inpo;

/** Makes the empty form for one primary: headers, lists to pick from, and how to fill it. */
@Singleton
public class MakeTemplate {

  private static final int HEADER_ROW = 2;
  private static final int LAST_ROW = 3_000;
  private static final int GUIDE_LINES = 10;
  private static final int WIDTH_UNIT = 256;

  private static final Map<Column, CodeList<?>> PICKED =
      Map.of(
          Column.SEX, CodeList.SEX,
          Column.CATEGORY, CodeList.CATEGORY,
          Column.ENGAGEMENT, CodeList.ENGAGEMENT,
          Column.STAFF_GROUP, CodeList.STAFF_GROUP,
          Column.EDUCATION, CodeList.EDUCATION,
          Column.DUES_BY_PAYROLL, CodeList.YES_NO);

  private static final Set<Column> DATES =
      Set.of(
          Column.BIRTH_DATE,
          Column.REGISTERED,
          Column.PROTOCOL_DATE,
          Column.CONSENT_PROCESSING,
          Column.CONSENT_PARTNER,
          Column.CONSENT_MESSAGES);

  public byte[] make(Inpo inpo) {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      XSSFSheet people = book.createSheet(Sentences.text("template.sheet"));
      XSSFSheet codes = book.createSheet(Sentences.text("template.codes"));
      guide(book.createSheet(Sentences.text("template.guide")));
      titles(book, people, inpo);
      columns(book, people, codes);
      people.createFreezePane(Column.FIRST_NAME.ordinal(), HEADER_ROW + 1);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void titles(XSSFWorkbook book, XSSFSheet people, Inpo inpo) {
    Row top = people.createRow(0);
    top.createCell(0).setCellValue(Sentences.text("template.title"));
    top.createCell(6).setCellValue(Sentences.text("template.inpo"));
    top.createCell(7).setCellValue(inpo.value());
    Row headers = people.createRow(HEADER_ROW);
    CellStyle style = headerStyle(book);
    for (Column column : Column.values()) {
      var cell = headers.createCell(column.ordinal());
      cell.setCellValue(column.header());
      cell.setCellStyle(style);
    }
  }

  private static CellStyle headerStyle(XSSFWorkbook book) {
    Font bold = book.createFont();
    bold.setBold(true);
    CellStyle style = book.createCellStyle();
    style.setFont(bold);
    style.setWrapText(true);
    style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    return style;
  }

  /** All columns but the number are text, or Excel eats zeros, pluses and short years. */
  private static void columns(XSSFWorkbook book, XSSFSheet people, XSSFSheet codes) {
    CellStyle text = book.createCellStyle();
    text.setDataFormat(book.createDataFormat().getFormat("@"));
    CellStyle date = book.createCellStyle();
    date.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy"));
    for (Column column : Column.values()) {
      int place = column.ordinal();
      people.setColumnWidth(
          place, Math.max(12, Math.min(column.header().length(), 30)) * WIDTH_UNIT);
      if (DATES.contains(column)) {
        people.setDefaultColumnStyle(place, date);
        validateDate(people, place);
      } else if (column != Column.ROW_NUMBER) {
        people.setDefaultColumnStyle(place, text);
      }
      CodeList<?> words = PICKED.get(column);
      if (words != null) {
        pick(people, place, list(codes, column, words.words()));
      }
    }
  }

  private static String list(XSSFSheet codes, Column column, List<String> words) {
    int place = column.ordinal();
    cell(codes, 0, place, column.header());
    for (int i = 0; i < words.size(); i++) {
      cell(codes, i + 1, place, words.get(i));
    }
    String letter = CellReference.convertNumToColString(place);
    String sheet = Sentences.text("template.codes");
    return "'" + sheet + "'!$" + letter + "$2:$" + letter + "$" + (words.size() + 1);
  }

  private static void cell(XSSFSheet sheet, int row, int column, String text) {
    Row there = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    there.createCell(column).setCellValue(text);
  }

  private static void pick(XSSFSheet people, int place, String range) {
    DataValidationHelper helper = people.getDataValidationHelper();
    DataValidation validation =
        helper.createValidation(helper.createFormulaListConstraint(range), below(place));
    validation.setShowErrorBox(true);
    validation.createErrorBox(
        Sentences.text("template.pick.title"), Sentences.text("template.pick.text"));
    people.addValidationData(validation);
  }

  /** A date may come as text from another program: it is warned about, not refused. */
  private static void validateDate(XSSFSheet people, int place) {
    DataValidationHelper helper = people.getDataValidationHelper();
    DataValidation validation =
        helper.createValidation(
            helper.createDateConstraint(
                OperatorType.BETWEEN, "DATE(1900,1,1)", "DATE(2100,1,1)", "dd.mm.yyyy"),
            below(place));
    validation.setErrorStyle(DataValidation.ErrorStyle.WARNING);
    validation.setShowPromptBox(true);
    validation.createPromptBox(
        Sentences.text("template.date.title"), Sentences.text("template.date.text"));
    people.addValidationData(validation);
  }

  private static CellRangeAddressList below(int place) {
    return new CellRangeAddressList(HEADER_ROW + 1, LAST_ROW, place, place);
  }

  private static void guide(XSSFSheet guide) {
    guide.setColumnWidth(0, 120 * WIDTH_UNIT);
    for (int line = 1; line <= GUIDE_LINES; line++) {
      cell(guide, line - 1, 0, Sentences.text("template.guide." + line));
    }
  }
}
