package org.profbilet.memberlists.form;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.profbilet.memberlists.form.RowProblem.Severity;

/**
 * Gives a chair her list back with a column «Ошибки» and coloured cells. Whatever the format was,
 * it becomes .xlsx; rows, cells and their numbers stay. Every cell is text, a number or a day: none
 * can be a formula.
 */
@Singleton
public class AnnotateList {

  private static final String RED = "FFC7CE";
  private static final String YELLOW = "FFEB9C";
  private static final int ROWS_IN_MEMORY = 500;
  private static final int WIDTH_OF_REMARKS = 80;

  private final ReadMemberList readMemberList;

  public AnnotateList(ReadMemberList readMemberList) {
    this.readMemberList = readMemberList;
  }

  /**
   * @param remarks by the number of the row: what is wrong in its cells, and what else holds it
   *     back
   * @return empty where the file cannot be read
   */
  public Optional<byte[]> annotate(byte[] file, Naming naming, Map<Integer, Remarks> remarks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      var book = ListFormat.of(file).open(file);
      Header header = readMemberList.header(book, naming, true);
      try (Workbook copy = new Workbook(out, "Profbilet", "1.0")) {
        Worksheet sheet = copy.newWorksheet(Sentences.text("template.sheet"));
        Pen pen = new Pen(sheet, header, remarks);
        book.read(header.sheet(), pen);
      }
      return Optional.of(out.toByteArray());
    } catch (IOException | RuntimeException e) {
      // Libraries throw a dozen kinds at a broken file; their messages quote it, so none is kept.
      return Optional.empty();
    }
  }

  /**
   * @param sentences what holds the row back besides its cells
   */
  public record Remarks(List<RowProblem> problems, List<String> sentences) {
    public Remarks {
      problems = List.copyOf(problems);
      sentences = List.copyOf(sentences);
    }
  }

  private static final class Pen implements SheetRows {

    private final Worksheet sheet;
    private final Header header;
    private final Map<Integer, Remarks> remarks;
    private final Map<String, Integer> places = new HashMap<>();
    private final int remarksPlace;

    Pen(Worksheet sheet, Header header, Map<Integer, Remarks> remarks) {
      this.sheet = sheet;
      this.header = header;
      this.remarks = remarks;
      int width = 0;
      int own = -1;
      for (FileColumn column : header.columns()) {
        width = Math.max(width, column.place() + 1);
        own = column.isRemarks() ? column.place() : own;
        if (column.column() != null) {
          places.put(column.column().header(), column.place());
          places.put(column.name(), column.place());
        }
      }
      this.remarksPlace = own >= 0 ? own : width;
      sheet.width(remarksPlace, WIDTH_OF_REMARKS);
      if (header.row() > 0) {
        sheet.freezePane(0, header.row());
      }
    }

    @Override
    public boolean row(int number, List<Cell> cells) throws IOException {
      int row = number - 1;
      for (int i = 0; i < cells.size(); i++) {
        if (i != remarksPlace) {
          write(row, i, cells.get(i));
        }
      }
      if (number == header.row()) {
        sheet.value(row, remarksPlace, Sentences.text("remarks.column"));
        sheet.range(row, 0, row, remarksPlace).style().bold().set();
      }
      Remarks found = remarks.get(number);
      if (found != null) {
        mark(row, found);
      }
      if (number % ROWS_IN_MEMORY == 0) {
        sheet.flush();
      }
      return true;
    }

    private void write(int row, int place, Cell cell) {
      switch (cell.kind()) {
        case EMPTY -> {}
        case TEXT -> sheet.value(row, place, cell.text());
        case NUMBER -> sheet.value(row, place, new BigDecimal(cell.text()));
        case DATE -> {
          sheet.value(row, place, cell.date());
          sheet.style(row, place).format("dd.mm.yyyy").set();
        }
      }
    }

    private void mark(int row, Remarks found) {
      for (RowProblem problem : found.problems()) {
        Integer place = places.get(problem.column());
        if (place != null) {
          boolean isError = problem.severity() == Severity.ERROR;
          sheet.style(row, place).fillColor(isError ? RED : YELLOW).set();
        }
      }
      String text = found.problems().stream().map(Sentences::of).collect(Collectors.joining("\n"));
      String rest = String.join("\n", found.sentences());
      sheet.value(row, remarksPlace, (text + "\n" + rest).strip());
      sheet.style(row, remarksPlace).wrapText(true).set();
    }
  }
}
