package org.profbilet.memberlists.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.profbilet.memberlists.form.RowProblem.Code;

/** Takes the rows under the header: skips empty ones and totals, and notices who stands twice. */
final class RowCollector implements SheetRows {

  static final int MOST_PEOPLE = 20_000;
  private static final int LAST_ROW_OF_EXCEL = 1_048_576;
  private static final Pattern TOTAL =
      Pattern.compile("(итого|всего)\\b\\D*(\\d{0,6}).*", Pattern.UNICODE_CHARACTER_CLASS);

  private final Layout layout;
  private final PersonRow people;
  private final List<ListedRow> rows = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private @Nullable Integer total;
  private int passed;

  RowCollector(Layout layout, PersonRow people) {
    this.layout = layout;
    this.people = people;
  }

  @Override
  public boolean row(int number, List<Cell> cells) {
    if (++passed > LAST_ROW_OF_EXCEL) {
      throw new NotAList(Unreadable.TOO_MANY_BLANK_ROWS);
    }
    if (number <= layout.headerRow()
        || isBlank(cells)
        || isTotal(cells)
        || isColumnNumbers(cells)) {
      return true;
    }
    if (rows.size() == MOST_PEOPLE) {
      throw new NotAList(Unreadable.TOO_MANY_ROWS);
    }
    RowCells row = new RowCells(layout, number, cells);
    ListedRow read = people.read(row);
    rows.add(twice(read, row));
    return true;
  }

  List<ListedRow> rows() {
    return rows;
  }

  @Nullable Integer total() {
    return total;
  }

  /** Empty rows, prepared rows with a number only, and titles between groups of people. */
  private boolean isBlank(List<Cell> cells) {
    int filled = 0;
    for (int i = 0; i < cells.size(); i++) {
      boolean isNumber = layout.isPlaceOf(Column.ROW_NUMBER, i);
      filled += cells.get(i).isEmpty() || isNumber ? 0 : 1;
    }
    boolean isNobody =
        Stream.of(Column.LAST_NAME, Column.FIRST_NAME, Column.BIRTH_DATE)
            .allMatch(column -> layout.cell(cells, column).isEmpty());
    return isNobody && filled <= 1;
  }

  private boolean isTotal(List<Cell> cells) {
    StringBuilder text = new StringBuilder();
    cells.stream().limit(6).forEach(cell -> text.append(cell.text()).append(' '));
    Matcher matcher = TOTAL.matcher(text.toString().strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return false;
    }
    total = matcher.group(2).isEmpty() ? total : Integer.valueOf(matcher.group(2));
    return true;
  }

  /** Printed forms number their columns 1, 2, 3 … under the header. */
  private static boolean isColumnNumbers(List<Cell> cells) {
    List<String> filled = cells.stream().filter(cell -> !cell.isEmpty()).map(Cell::text).toList();
    for (int i = 0; i < filled.size(); i++) {
      if (!filled.get(i).equals(String.valueOf(i + 1))) {
        return false;
      }
    }
    return filled.size() > 2;
  }

  private ListedRow twice(ListedRow row, RowCells cells) {
    ListedPerson person = row.person();
    if (person == null) {
      return row;
    }
    Integer first =
        seen.putIfAbsent(person.name().forSearch() + "|" + person.birthDate(), row.number());
    if (first == null) {
      return row;
    }
    cells.problem(Column.LAST_NAME, Code.TWICE_IN_FILE, String.valueOf(first));
    return new ListedRow(row.number(), row.title(), null, cells.problems());
  }
}
