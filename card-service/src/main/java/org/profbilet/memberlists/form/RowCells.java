package org.profbilet.memberlists.form;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.profbilet.memberlists.form.RowProblem.Code;
import org.profbilet.memberlists.form.RowProblem.Severity;

/** The cells of one row by column, and what was found wrong with them so far. */
final class RowCells {

  private final Layout layout;
  private final int number;
  private final List<Cell> cells;
  private final List<RowProblem> problems = new ArrayList<>();

  RowCells(Layout layout, int number, List<Cell> cells) {
    this.layout = layout;
    this.number = number;
    this.cells = cells;
  }

  int number() {
    return number;
  }

  Cell cell(Column column) {
    return layout.cell(cells, column);
  }

  String text(Column column) {
    return cell(column).text();
  }

  void problem(Column column, Code code, String... details) {
    problems.add(
        new RowProblem(number, layout.name(column), shown(column), code, List.of(details)));
  }

  /** What a cell holds, or a complaint that it must hold something. */
  @Nullable String needed(Column column) {
    String text = text(column);
    if (text.isEmpty()) {
      problem(column, Code.MISSING);
      return null;
    }
    return text;
  }

  /** Free text: one line, with a limit; a formula is kept as the text it is. */
  @Nullable String free(Column column, int longest) {
    String text = text(column).replaceAll("\\s+", " ");
    if (text.isEmpty()) {
      return null;
    }
    if (text.length() > longest) {
      problem(column, Code.TOO_LONG, String.valueOf(longest), String.valueOf(text.length()));
      return null;
    }
    if (text.charAt(0) == '=') {
      problem(column, Code.LOOKS_LIKE_FORMULA);
    }
    return text;
  }

  boolean hasError() {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  List<RowProblem> problems() {
    return problems;
  }

  private String shown(Column column) {
    Cell cell = cell(column);
    return cell.date() == null ? cell.text() : DateText.shown(cell.date());
  }
}
