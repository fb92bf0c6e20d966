package org.profbilet.memberlists.form;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the columns stand on a sheet, what they are called there, and which are not read. */
record Header(
    int sheet,
    int row,
    Map<Column, Integer> places,
    Map<Column, String> names,
    List<String> ignored,
    String inpo) {

  /** Three names may stand in any text; a header has more. */
  private static final int FEWEST = 3;

  Header {
    places = Map.copyOf(places);
    names = Map.copyOf(names);
    ignored = List.copyOf(ignored);
  }

  /**
   * Reads a row as a header. A name set over two rows counts from the row above where this one has
   * none.
   */
  static Optional<Header> of(int sheet, int row, List<Cell> cells, List<Cell> above, String inpo) {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    Map<Column, String> names = new EnumMap<>(Column.class);
    List<String> ignored = new ArrayList<>();
    for (int i = 0; i < Math.max(cells.size(), above.size()); i++) {
      String here = text(cells, i);
      String over = text(above, i);
      Optional<Column> column =
          Column.named(here)
              .or(() -> Column.named(over + " " + here))
              .or(() -> here.isEmpty() ? Column.named(over) : Optional.empty());
      if (column.isPresent() && !places.containsKey(column.get())) {
        places.put(column.get(), i);
        names.put(column.get(), (here.isEmpty() ? over : here).replaceAll("\\s+", " "));
      } else if (!here.isEmpty()) {
        ignored.add(here);
      }
    }
    boolean isHeader = places.size() >= FEWEST && places.containsKey(Column.LAST_NAME);
    return isHeader
        ? Optional.of(new Header(sheet, row, places, names, ignored, inpo))
        : Optional.empty();
  }

  int score() {
    return places.size();
  }

  Cell cell(List<Cell> row, Column column) {
    Integer place = places.get(column);
    return place == null || place >= row.size() ? Cell.NOTHING : row.get(place);
  }

  /** The column's name as the chair sees it in her file. */
  String name(Column column) {
    return names.getOrDefault(column, column.header());
  }

  List<String> missing() {
    return Column.NEEDED.stream()
        .filter(column -> !places.containsKey(column))
        .map(Column::header)
        .toList();
  }

  private static String text(List<Cell> cells, int i) {
    return i < cells.size() ? cells.get(i).text() : "";
  }
}
