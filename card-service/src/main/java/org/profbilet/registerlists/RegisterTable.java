package org.profbilet.registerlists;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.profbilet.memberlists.form.ReadTable.Row;

/**
 * The rows under the header, by column. The form is told by the header: the one of which more
 * columns are there.
 *
 * @param totals rows that sum the others, which are nobody's own
 */
record RegisterTable(Form form, List<Line> lines, List<Line> totals, List<String> ignored) {

  private static final int ROWS_LOOKED_AT = 15;

  RegisterTable {
    lines = List.copyOf(lines);
    totals = List.copyOf(totals);
    ignored = List.copyOf(ignored);
  }

  /** One row by column; what is empty is not there. */
  record Line(int number, Map<Column, String> texts) {
    Line {
      texts = Map.copyOf(texts);
    }

    String text(Column column) {
      return texts.getOrDefault(column, "");
    }

    @Override
    public String toString() {
      return "Line[" + number + "]";
    }
  }

  private record Header(Form form, Row row, Map<Column, Integer> places) {}

  static Optional<RegisterTable> of(List<Row> rows) {
    Header header = null;
    for (Row row : rows) {
      if (row.number() > ROWS_LOOKED_AT) {
        continue;
      }
      for (Form form : Form.values()) {
        Map<Column, Integer> places = places(form, row);
        boolean isHeader = places.keySet().containsAll(form.needed());
        if (isHeader && (header == null || places.size() > header.places().size())) {
          header = new Header(form, row, places);
        }
      }
    }
    return Optional.ofNullable(header).map(found -> under(found, rows));
  }

  private static Map<Column, Integer> places(Form form, Row row) {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (int i = 0; i < row.cells().size(); i++) {
      String text = row.cells().get(i);
      int here = i;
      form.columns().stream()
          .filter(column -> column.isNamed(text))
          .findFirst()
          .ifPresent(column -> places.putIfAbsent(column, here));
    }
    return places;
  }

  private static RegisterTable under(Header header, List<Row> rows) {
    List<Line> lines = new ArrayList<>();
    List<Line> totals = new ArrayList<>();
    for (Row row : rows) {
      boolean isUnder = row.sheet() == header.row().sheet() && row.number() > header.row().number();
      if (!isUnder) {
        continue;
      }
      Line line = line(header, row);
      if (line.texts().keySet().stream().allMatch(Column.ROW_NUMBER::equals)) {
        continue;
      }
      (isTotal(row) ? totals : lines).add(line);
    }
    List<String> ignored = new ArrayList<>();
    for (int i = 0; i < header.row().cells().size(); i++) {
      String name = header.row().cells().get(i);
      if (!name.isEmpty() && !header.places().containsValue(i)) {
        ignored.add(name);
      }
    }
    return new RegisterTable(header.form(), lines, totals, ignored);
  }

  private static Line line(Header header, Row row) {
    Map<Column, String> texts = new EnumMap<>(Column.class);
    header
        .places()
        .forEach(
            (column, place) -> {
              String text = place < row.cells().size() ? row.cells().get(place) : "";
              if (!text.isBlank()) {
                texts.put(column, text.replaceAll("\\s+", " ").strip());
              }
            });
    return new Line(row.number(), texts);
  }

  private static boolean isTotal(Row row) {
    return row.cells().stream()
        .filter(cell -> !cell.isBlank())
        .limit(2)
        .map(cell -> cell.toLowerCase(Locale.ROOT))
        .anyMatch(cell -> cell.startsWith("итого") || cell.startsWith("всего"));
  }
}
